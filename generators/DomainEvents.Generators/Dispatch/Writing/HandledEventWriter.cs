using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes into the documentation of events who handles them: calls to handlers are generated, so no reference leads there.</summary>
internal static class HandledEventWriter
{
    public static string HintFor(string assemblyName) => HintName.Create("DomainEvents.HandledBy", assemblyName);

    public static string Write(EquatableArray<HandledEventModel> events)
    {
        var writer = GeneratedFile.Start();
        foreach (var handled in events)
        {
            writer.Line();
            Write(writer, handled);
        }

        return writer.ToString();
    }

    private static void Write(SourceWriter writer, HandledEventModel handled)
    {
        if (handled.Namespace.Length > 0)
        {
            writer.Open($"namespace {handled.Namespace}");
        }

        for (var i = 0; i < handled.Declarations.Count - 1; i++)
        {
            writer.Open(handled.Declarations[i]);
        }

        WriteComment(writer, handled);
        writer.Open(handled.Declarations[handled.Declarations.Count - 1]);
        foreach (var _ in handled.Declarations)
        {
            writer.Close();
        }

        if (handled.Namespace.Length > 0)
        {
            writer.Close();
        }
    }

    private static void WriteComment(SourceWriter writer, HandledEventModel handled)
    {
        if (handled.HasRemarks)
        {
            foreach (var handler in handled.Handlers)
            {
                writer.Line($"/// <seealso cref=\"{handler.Class}\" />");
            }

            return;
        }

        writer.Line("/// <remarks>");
        writer.Line("/// Handled by");
        for (var i = 0; i < handled.Handlers.Count; i++)
        {
            var handler = handled.Handlers[i];
            var method = handler.Method is null ? "" : $" (<c>{handler.Method}</c>)";
            writer.Line($"/// <see cref=\"{handler.Class}\" />{method}{(i < handled.Handlers.Count - 1 ? "," : ".")}");
        }

        writer.Line("/// </remarks>");
    }
}
