using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes the part of a type that registers what is nested in it privately.</summary>
internal static class NestingWriter
{
    public static string HintFor(NestingModel nesting) => HintName.Create("DomainEvents.Nested", nesting.Type);

    public static string Write(NestingModel nesting)
    {
        var writer = GeneratedFile.Start().Line();
        var depth = nesting.Declarations.Count;
        if (nesting.Namespace.Length > 0)
        {
            writer.Open($"namespace {nesting.Namespace}");
            depth++;
        }

        foreach (var declaration in nesting.Declarations)
        {
            writer.Open(declaration);
        }

        WriteMember(writer, nesting);
        for (; depth > 0; depth--)
        {
            writer.Close();
        }

        return writer.ToString();
    }

    private static void WriteMember(SourceWriter writer, NestingModel nesting)
    {
        writer.Line("/// <summary>Describes the events and handlers that are nested here privately: to the table, or to a container.</summary>");
        writer.WriteGeneratedAttributes();
        writer.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        writer.Lines($"""
            internal static void {nesting.MemberName}(
                global::System.Collections.Generic.List<global::System.Type>? events,
                global::System.Collections.Generic.List<global::DomainEvents.CompilerServices.HandlerDescriptor>? handlers,
                global::DomainEvents.CompilerServices.IHandlerServiceRegistry? services)
            """);
        writer.Open();
        var sections = Sections(nesting).ToList();
        for (var i = 0; i < sections.Count; i++)
        {
            if (i > 0)
            {
                writer.Line();
            }

            sections[i](writer);
        }

        writer.Close();
    }

    private static IEnumerable<Action<SourceWriter>> Sections(NestingModel nesting)
    {
        if (nesting.Events.Count > 0)
        {
            yield return writer => WriteIf(writer, "events", () =>
            {
                foreach (var domainEvent in nesting.Events)
                {
                    writer.Line($"events.Add(typeof({domainEvent}));");
                }
            });
        }

        if (nesting.Handlers.Count > 0)
        {
            yield return writer => WriteIf(writer, "handlers", () =>
            {
                foreach (var handler in nesting.Handlers)
                {
                    writer.WriteDescriptor(handler, null, "handlers.Add(", ");");
                }
            });
        }

        if (DescriptorWriter.HasServices(nesting.Handlers))
        {
            yield return writer => WriteIf(writer, "services", () => writer.WriteServices(nesting.Handlers));
        }

        foreach (var inner in nesting.Inner)
        {
            yield return writer => writer.Line($"{inner}(events, handlers, services);");
        }
    }

    private static void WriteIf(SourceWriter writer, string argument, Action writeBody)
    {
        writer.Open($"if ({argument} is not null)");
        writeBody();
        writer.Close();
    }
}
