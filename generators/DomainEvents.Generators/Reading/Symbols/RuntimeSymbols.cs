using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>Tells the runtime's types among symbols.</summary>
internal static class RuntimeSymbols
{
    public static bool IsDomainEventInterface(INamedTypeSymbol type) => IsRuntimeType(type, "IDomainEvent");

    public static bool IsDomainEventBase(INamedTypeSymbol type) => IsRuntimeType(type, "DomainEvent");

    /// <summary>The runtime's interface among those of a type.</summary>
    public static INamedTypeSymbol? FindDomainEventInterface(INamedTypeSymbol type)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (IsDomainEventInterface(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    public static AttributeData? FindEventAttribute(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (KnownAttributeNames.FromSymbol(attribute.AttributeClass) == KnownAttributes.DomainEvent)
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether our output holds the symbol.</summary>
    public static bool IsGenerated(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: { Length: 2 } arguments }
                && arguments[0].Value is GeneratedFile.Tool)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRuntimeType(INamedTypeSymbol type, string name) =>
        type.Name == name && type is { ContainingType: null, Arity: 0 } && KnownAttributeNames.IsRuntimeNamespace(type.ContainingNamespace);
}
