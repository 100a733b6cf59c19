using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>
/// The runtime's types in one compilation, and what rules work out once a compilation. Every rule of a compilation gets the same
/// instance, whichever asks first. Safe for use by several threads.
/// </summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, Entry> s_found = new();

    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<INamedTypeSymbol, EventSymbol?> _events = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, PlannedConstructor> _constructors = new(SymbolEqualityComparer.Default);
    private readonly Lazy<EventTypesInScope> _eventTypes;
    private readonly Lazy<HandlerIndex> _handlers;
    private readonly Lazy<EventFlow> _flow;
    private readonly Lazy<Registrations> _registrations;
    private readonly Lazy<Unsubscriptions> _unsubscriptions;
    private readonly Lazy<EntityTypes> _entities;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol domainEventAttribute)
    {
        Compilation = compilation;
        DomainEventAttribute = domainEventAttribute;
        var runtime = domainEventAttribute.ContainingAssembly;
        DomainEvent = Runtime("IDomainEvent");
        DomainEventHandlerAttribute = Runtime("DomainEventHandlerAttribute");
        EventTypeNameAttribute = Runtime("EventTypeNameAttribute");
        Handler = Runtime("IDomainEventHandler`1");
        AsyncHandler = Runtime("IAsyncDomainEventHandler`1");
        Publisher = Runtime("IDomainEventPublisher");
        ConcretePublisher = Runtime("DomainEventPublisher");
        Subscriber = Runtime("IDomainEventSubscriber");
        EventSubscription = Runtime("EventSubscription");
        HasDomainEvents = runtime.GetTypeByMetadataName("DomainEvents.Persistence.IHasDomainEvents") ?? Runtime("IHasDomainEvents");
        IsTestProject = TestCode.References(compilation);
        _eventTypes = new Lazy<EventTypesInScope>(() => EventTypesInScope.Read(this));
        _handlers = new Lazy<HandlerIndex>(() => HandlerIndex.Read(compilation));
        _flow = new Lazy<EventFlow>(() => new EventFlow(this));
        _registrations = new Lazy<Registrations>(() => Registrations.Read(compilation));
        _unsubscriptions = new Lazy<Unsubscriptions>(() => Unsubscriptions.Read(compilation));
        _entities = new Lazy<EntityTypes>(() => EntityTypes.Read(this));

        INamedTypeSymbol? Runtime(string name) => runtime.GetTypeByMetadataName("DomainEvents." + name);
    }

    public Compilation Compilation { get; }

    /// <summary><c>[DomainEvent]</c>. The runtime is referenced where there is one; older runtimes may lack any of the other types.</summary>
    public INamedTypeSymbol DomainEventAttribute { get; }

    /// <summary><c>IDomainEvent</c>.</summary>
    public INamedTypeSymbol? DomainEvent { get; }

    public INamedTypeSymbol? DomainEventHandlerAttribute { get; }

    public INamedTypeSymbol? EventTypeNameAttribute { get; }

    /// <summary><c>IDomainEventHandler&lt;&gt;</c>, the definition.</summary>
    public INamedTypeSymbol? Handler { get; }

    /// <summary><c>IAsyncDomainEventHandler&lt;&gt;</c>, the definition.</summary>
    public INamedTypeSymbol? AsyncHandler { get; }

    /// <summary><c>IDomainEventPublisher</c>.</summary>
    public INamedTypeSymbol? Publisher { get; }

    /// <summary>The class <c>DomainEventPublisher</c>.</summary>
    public INamedTypeSymbol? ConcretePublisher { get; }

    /// <summary><c>IDomainEventSubscriber</c>.</summary>
    public INamedTypeSymbol? Subscriber { get; }

    public INamedTypeSymbol? EventSubscription { get; }

    /// <summary><c>IHasDomainEvents</c>: what aggregates implement.</summary>
    public INamedTypeSymbol? HasDomainEvents { get; }

    /// <summary>Whether the compilation references a test framework: there, code does on purpose what must not be done.</summary>
    public bool IsTestProject { get; }

    /// <summary>The event types that code of this compilation may name: read when a rule first asks.</summary>
    public EventTypesInScope EventTypes => _eventTypes.Value;

    /// <summary>The handlers of the compilation and its references: read when a rule first asks.</summary>
    public HandlerIndex Handlers => _handlers.Value;

    /// <summary>Who raises and who listens, over the whole program: read when a rule first asks.</summary>
    public EventFlow Flow => _flow.Value;

    /// <summary>The services that the compilation registers: read when a rule first asks.</summary>
    public Registrations Registrations => _registrations.Value;

    /// <summary>The handlers that the compilation detaches from C# events: read when a rule first asks.</summary>
    public Unsubscriptions Unsubscriptions => _unsubscriptions.Value;

    /// <summary>The entities of the compilation's database contexts: read when a rule first asks.</summary>
    public EntityTypes Entities => _entities.Value;

    /// <summary>The runtime's types, or <see langword="null"/> where the runtime is not referenced.</summary>
    public static KnownSymbols? Find(Compilation compilation) => s_found.GetValue(compilation, static key => new Entry(
        Best(key, "DomainEvents.DomainEventAttribute") is { } attribute ? new KnownSymbols(key, attribute) : null)).Symbols;

    /// <summary>A type of the framework or of another package by its metadata name, or <see langword="null"/>.</summary>
    public INamedTypeSymbol? Type(string metadataName) => _types.GetOrAdd(metadataName, name => Best(Compilation, name));

    /// <summary>The event that a type is, if a part is generated for it.</summary>
    public EventSymbol? Event(INamedTypeSymbol type) => _events.GetOrAdd(type, EventSymbol.From);

    /// <summary>The constructor that an event is to get.</summary>
    public PlannedConstructor ConstructorOf(EventSymbol source) =>
        _constructors.TryGetValue(source.Type, out var known) ? known : _constructors.GetOrAdd(source.Type, PlannedConstructor.Of(source, Compilation));

    /// <summary>The <c>[DomainEvent]</c> of a type, or <see langword="null"/>.</summary>
    public AttributeData? FindEventAttribute(INamedTypeSymbol type) => FindAttribute(type, DomainEventAttribute);

    /// <summary>An attribute of a symbol, or <see langword="null"/>.</summary>
    public static AttributeData? FindAttribute(ISymbol symbol, INamedTypeSymbol? attributeClass)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attributeClass is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether instances of the type are events: it implements the interface, or will once its part is generated.</summary>
    public bool IsEvent(ITypeSymbol? type) => type is not null
        && (Is(type, DomainEvent)
            || (type is INamedTypeSymbol named && FindEventAttribute(named) is not null)
            || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsEvent)));

    /// <summary>Whether a type is another or derives from or implements it; of a generic one, its definition is asked for.</summary>
    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? other)
    {
        if (type is null || other is null)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, other))
            {
                return true;
            }
        }

        return other.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, other));
    }

    // Two versions of the runtime in one graph make the compilation's own look-up give up.
    private static INamedTypeSymbol? Best(Compilation compilation, string metadataName)
    {
        foreach (var type in compilation.GetTypesByMetadataName(metadataName))
        {
            if (type.DeclaredAccessibility == Accessibility.Public)
            {
                return type;
            }
        }

        return null;
    }

    private sealed class Entry(KnownSymbols? symbols)
    {
        public KnownSymbols? Symbols { get; } = symbols;
    }
}
