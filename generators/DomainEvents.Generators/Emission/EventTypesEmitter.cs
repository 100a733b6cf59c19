using System.Collections.Immutable;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>Writes <c>EventTypes</c>, the class that holds one constant for each event type of the compilation.</summary>
internal static class EventTypesEmitter
{
    /// <summary>The name of the generated file.</summary>
    public const string Hint = "EventTypes.g.cs";

    /// <summary>The name of the class.</summary>
    public const string ClassName = "EventTypes";

    /// <summary>The constants as a pipeline carries them: sorted, so that the order of files changes nothing.</summary>
    public static EquatableArray<EventConstant> Sort(ImmutableArray<EventConstant> constants) =>
        new(constants.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key)));

    /// <summary>The namespace of the class: the build property's where there is one, otherwise the assembly's name.</summary>
    public static string Namespace(string? buildProperty, string? assemblyName) =>
        CSharpIdentifier.NamespaceFromText(string.IsNullOrWhiteSpace(buildProperty) ? assemblyName ?? "" : buildProperty!);

    /// <summary>The file's text, or <see langword="null"/> where no event has an event type.</summary>
    public static string? Emit(EquatableArray<EventConstant> constants, string @namespace)
    {
        if (constants.Count == 0)
        {
            return null;
        }

        var byEventType = ByEventType(constants);
        var names = ConstantNames.Assign(byEventType.Values.Select(static events => events[0]));

        var writer = GeneratedFile.Start().Line();
        if (@namespace.Length > 0)
        {
            writer.Open($"namespace {@namespace}");
        }

        writer
            .Line("/// <summary>The event types of this assembly.</summary>")
            .WriteGeneratedAttributes()
            .Open($"public static class {ClassName}");
        foreach (var name in names)
        {
            writer.Lines($"""
                /// <summary>{Summary(name.Value.EventType, byEventType[name.Value.EventType])}</summary>
                {Modifiers(name.Key)} string {CSharpIdentifier.Escape(name.Key)} = {CSharpLiteral.String(name.Value.EventType)};

                """);
        }

        while (writer.Level > 0)
        {
            writer.Close();
        }

        return writer.ToString();
    }

    /// <summary>Versions of one event share their event type; the shortest name is the one without a version.</summary>
    private static SortedDictionary<string, List<EventConstant>> ByEventType(EquatableArray<EventConstant> constants)
    {
        var result = new SortedDictionary<string, List<EventConstant>>(StringComparer.Ordinal);
        foreach (var constant in constants)
        {
            if (!result.TryGetValue(constant.EventType, out var events))
            {
                result.Add(constant.EventType, events = []);
            }

            events.Add(constant);
        }

        foreach (var events in result.Values)
        {
            events.Sort(static (left, right) => left.Name.Length != right.Name.Length
                ? left.Name.Length.CompareTo(right.Name.Length)
                : string.CompareOrdinal(left.Key, right.Key));
        }

        return result;
    }

    private static string Summary(string eventType, List<EventConstant> events) =>
        $"<c>{XmlDocumentation.Escape(eventType)}</c>: {string.Join(", ", events.Select(CrefTo))}.";

    private static string CrefTo(EventConstant constant) => $"<see cref=\"global::{TypeCref.FromKey(constant.Key)}\" />";

    /// <summary>A static class inherits what <see cref="object"/> has.</summary>
    private static string Modifiers(string name) =>
        name is "Equals" or "ReferenceEquals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone"
            ? "public new const"
            : "public const";
}
