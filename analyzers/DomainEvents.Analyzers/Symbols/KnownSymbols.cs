using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>
/// The runtime's types in one compilation, and what rules work out once a compilation. Every rule of a compilation gets the same
/// instance, whichever asks first. Safe for use by several threads.
/// </summary>
internal sealed class KnownSymbols
{
    private static readonly ConditionalWeakTable<Compilation, Entry> s_found = new();

    private readonly Lazy<EventTypesInScope> _eventTypes;

    private KnownSymbols(Compilation compilation, INamedTypeSymbol domainEventAttribute)
    {
        DomainEventAttribute = domainEventAttribute;
        _eventTypes = new Lazy<EventTypesInScope>(() => EventTypesInScope.Read(compilation, domainEventAttribute));
    }

    public INamedTypeSymbol DomainEventAttribute { get; }

    /// <summary>The event types that code of this compilation may name: read when a rule first asks.</summary>
    public EventTypesInScope EventTypes => _eventTypes.Value;

    /// <summary>The runtime's types, or <see langword="null"/> where the runtime is not referenced.</summary>
    public static KnownSymbols? Find(Compilation compilation) => s_found.GetValue(compilation, static key => new Entry(
        Best(key, "DomainEvents.DomainEventAttribute") is { } attribute ? new KnownSymbols(key, attribute) : null)).Symbols;

    /// <summary>The <c>[DomainEvent]</c> of a type, or <see langword="null"/>.</summary>
    public AttributeData? FindEventAttribute(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, DomainEventAttribute))
            {
                return attribute;
            }
        }

        return null;
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

    // The table holds no null.
    private sealed class Entry(KnownSymbols? symbols)
    {
        public KnownSymbols? Symbols { get; } = symbols;
    }
}
