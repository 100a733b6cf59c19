using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>The events of a compilation and of the assemblies it references, by their event types. Immutable.</summary>
internal sealed class EventTypesInScope
{
    private readonly ILookup<(string EventType, int Version), NamedEvent> _byIdentity;
    private readonly HashSet<string> _eventTypes;

    private EventTypesInScope(IReadOnlyList<NamedEvent> events)
    {
        _byIdentity = events.ToLookup(static named => (named.EventType, named.Version));
        _eventTypes = new HashSet<string>(events.Select(static named => named.EventType), StringComparer.Ordinal);
    }

    /// <summary>Whether an event of any version has the event type.</summary>
    public bool Contains(string eventType) => _eventTypes.Contains(eventType);

    /// <summary>The events of one event type and version, this compilation's first.</summary>
    public IEnumerable<NamedEvent> FindAll(string eventType, int version) => _byIdentity[(eventType, version)];

    public static EventTypesInScope Read(Compilation compilation, INamedTypeSymbol domainEventAttribute)
    {
        var events = new List<NamedEvent>();
        foreach (var type in SymbolWalk.TypesOf(compilation.Assembly.GlobalNamespace))
        {
            if (EventSymbol.From(type) is { } source && NamedEvent.FromSource(source) is { } named)
            {
                events.Add(named);
            }
        }

        // The order of the files must not decide which of two comes first.
        events.Sort(static (left, right) => string.CompareOrdinal(left.Type.ToDisplayString(), right.Type.ToDisplayString()));
        var runtime = domainEventAttribute.ContainingAssembly.Name;
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == runtime)))
            {
                continue;
            }

            foreach (var type in SymbolWalk.TypesOf(assembly.GlobalNamespace))
            {
                if (NamedEvent.FromMetadata(type) is { } named)
                {
                    events.Add(named);
                }
            }
        }

        return new EventTypesInScope(events);
    }
}
