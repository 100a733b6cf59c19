using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>
/// What makes a type an event. Members that this generator adds cannot be seen here: a marked type counts although it does not
/// implement <c>IDomainEvent</c> yet.
/// </summary>
internal static class EventTypeFacts
{
    private const string MarkerName = "DomainEventAttribute";

    public static bool IsMarked(INamedTypeSymbol type) => FindMark(type) is not null;

    /// <summary>The <c>[DomainEvent]</c> of a type.</summary>
    public static AttributeData? FindMark(INamedTypeSymbol type) => RuntimeTypes.FindAttribute(type.OriginalDefinition, MarkerName);

    public static bool IsDurable(AttributeData mark)
    {
        foreach (var argument in mark.NamedArguments)
        {
            if (argument is { Key: "Durable", Value.Value: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a handler may handle the type: an event, a base of events or an interface of events.</summary>
    public static bool IsEvent(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named)
        {
            return false;
        }

        if (RuntimeTypes.IsDomainEventInterface(named) || named.AllInterfaces.Any(RuntimeTypes.IsDomainEventInterface))
        {
            return true;
        }

        for (var current = named; current is not null; current = current.BaseType)
        {
            if (RuntimeTypes.IsDomainEventBase(current) || IsMarked(current))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The types whose handlers an event reaches: its own, its bases and its interfaces.</summary>
    public static IEnumerable<INamedTypeSymbol> HandledAs(INamedTypeSymbol domainEvent)
    {
        for (var type = domainEvent; type is not null; type = type.BaseType)
        {
            yield return type;
        }

        foreach (var type in domainEvent.AllInterfaces)
        {
            yield return type;
        }
    }

    /// <summary>Whether instances of the type can exist, and no type parameter is open.</summary>
    public static bool IsConcrete(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false } && IsClosed(type);

    /// <summary>Whether neither the type nor one around it has open type parameters.</summary>
    public static bool IsClosed(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var argument in current.TypeArguments)
            {
                if (!IsClosed(argument))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsClosed(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => false,
        IArrayTypeSymbol array => IsClosed(array.ElementType),
        INamedTypeSymbol named => IsClosed(named),
        _ => true,
    };
}
