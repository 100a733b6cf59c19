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
                global::System.Collections.Generic.List<global::System.Type>? events = null,
                global::System.Collections.Generic.List<global::System.Type>? durableEvents = null,
                global::System.Collections.Generic.List<global::DomainEvents.CompilerServices.EventSerializer>? serializers = null,
                global::System.Collections.Generic.List<global::DomainEvents.CompilerServices.HandlerDescriptor>? handlers = null,
                global::DomainEvents.CompilerServices.IHandlerServiceRegistry? services = null)
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
        foreach (var (argument, items) in new[]
            {
                ("events", nesting.Events.Select(static type => $"typeof({type})")),
                ("durableEvents", nesting.DurableEvents.Select(static type => $"typeof({type})")),
                ("serializers", nesting.Serializers.Select(static type => $"new {type}()")),
            })
        {
            if (items.Any())
            {
                yield return writer => WriteIf(writer, argument, () =>
                {
                    foreach (var item in items)
                    {
                        writer.Line($"{argument}.Add({item});");
                    }
                });
            }
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
            yield return writer => writer.Line($"{inner}(events, durableEvents, serializers, handlers, services);");
        }
    }

    private static void WriteIf(SourceWriter writer, string argument, Action writeBody)
    {
        writer.Open($"if ({argument} is not null)");
        writeBody();
        writer.Close();
    }
}
