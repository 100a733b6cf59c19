using DomainEvents.Generators.Emission;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>
/// The events of a compilation and of the assemblies it references, with their event types and the constants to write for them.
/// Immutable.
/// </summary>
internal sealed class EventTypesInScope
{
    private readonly ILookup<(string EventType, int Version), NamedEvent> _byIdentity;
    private readonly Dictionary<string, KnownEventType> _byName;

    private EventTypesInScope(IReadOnlyList<NamedEvent> own, IReadOnlyList<NamedEvent> foreign, Dictionary<string, KnownEventType> byName)
    {
        Own = own;
        Foreign = foreign;
        _byIdentity = own.Concat(foreign).ToLookup(static named => (named.EventType, named.Version));
        _byName = byName;
    }

    /// <summary>The events of this compilation, ordered by their full names.</summary>
    public IReadOnlyList<NamedEvent> Own { get; }

    /// <summary>The events of the referenced assemblies.</summary>
    public IReadOnlyList<NamedEvent> Foreign { get; }

    /// <summary>Every event type, this compilation's first.</summary>
    public IEnumerable<KnownEventType> All => _byName.Values;

    /// <summary>The event type of a name, or <see langword="null"/>.</summary>
    public KnownEventType? Find(string eventType) => _byName.TryGetValue(eventType, out var known) ? known : null;

    /// <summary>The events of one event type and version, this compilation's first.</summary>
    public IEnumerable<NamedEvent> FindAll(string eventType, int version) => _byIdentity[(eventType, version)];

    public static EventTypesInScope Read(KnownSymbols symbols)
    {
        var compilation = symbols.Compilation;
        var constants = new Dictionary<string, IFieldSymbol>(StringComparer.Ordinal);
        var own = new List<NamedEvent>();
        foreach (var type in SymbolWalk.TypesOf(compilation.Assembly.GlobalNamespace))
        {
            AddConstants(type, constants, compilation);
            if (symbols.Event(type) is { } source && NamedEvent.FromSource(source) is { } named)
            {
                own.Add(named);
            }
        }

        // The order of the files must not decide which of two comes first.
        own.Sort(static (left, right) => string.CompareOrdinal(left.Type.ToDisplayString(), right.Type.ToDisplayString()));
        var foreign = new List<NamedEvent>();
        var runtime = symbols.DomainEventAttribute.ContainingAssembly.Name;
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == runtime)))
            {
                continue;
            }

            foreach (var type in SymbolWalk.TypesOf(assembly.GlobalNamespace))
            {
                AddConstants(type, constants, compilation);
                if (NamedEvent.FromMetadata(type) is { } named)
                {
                    foreign.Add(named);
                }
            }
        }

        var byName = new Dictionary<string, KnownEventType>(StringComparer.Ordinal);
        foreach (var named in own.Concat(foreign))
        {
            if (!byName.ContainsKey(named.EventType))
            {
                byName.Add(named.EventType, new KnownEventType(named, constants.TryGetValue(named.EventType, out var field) ? field : OwnConstant(named, compilation)));
            }
        }

        return new EventTypesInScope(own, foreign, byName);
    }

    /// <summary>The constants of a generated <c>EventTypes</c>; of two for one event type, this compilation's.</summary>
    private static void AddConstants(INamedTypeSymbol type, Dictionary<string, IFieldSymbol> constants, Compilation compilation)
    {
        if (type is not { Name: EventTypesEmitter.ClassName, IsStatic: true, ContainingType: null }
            || !RuntimeSymbols.IsGenerated(type)
            || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly))
        {
            return;
        }

        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (field is { HasConstantValue: true, ConstantValue: string eventType } && !constants.ContainsKey(eventType))
            {
                constants.Add(eventType, field);
            }
        }
    }

    private static IFieldSymbol? OwnConstant(NamedEvent named, Compilation compilation) => named.Type.Arity == 0
        && named.Type.GetMembers("EventTypeName").OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true } field
        && compilation.IsSymbolAccessibleWithin(field, compilation.Assembly)
            ? field
            : null;
}

/// <summary>An event type with the constant that stands for it in code.</summary>
/// <param name="Event">An event of that type.</param>
/// <param name="Constant">The field of <c>EventTypes</c>, or the event's own; <see langword="null"/> where neither can be reached.</param>
internal sealed record KnownEventType(NamedEvent Event, IFieldSymbol? Constant)
{
    public string EventType => Event.EventType;
}
