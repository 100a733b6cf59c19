using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>The runtime's types in one compilation. Resolved once a compilation; immutable.</summary>
internal sealed class KnownSymbols
{
    private KnownSymbols(INamedTypeSymbol domainEventAttribute) => DomainEventAttribute = domainEventAttribute;

    public INamedTypeSymbol DomainEventAttribute { get; }

    /// <summary>The runtime's types, or <see langword="null"/> where the runtime is not referenced.</summary>
    public static KnownSymbols? Find(Compilation compilation) =>
        Best(compilation, "DomainEvents.DomainEventAttribute") is { } attribute ? new KnownSymbols(attribute) : null;

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
}
