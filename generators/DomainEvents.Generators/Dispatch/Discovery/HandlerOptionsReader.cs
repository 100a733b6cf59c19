using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>Reads <c>[DomainEventHandler]</c>.</summary>
internal static class HandlerOptionsReader
{
    private const string AttributeName = "DomainEventHandlerAttribute";

    public static AttributeData? Find(ISymbol symbol) => RuntimeTypes.FindAttribute(symbol, AttributeName);

    /// <summary>What a class says for all of its handlers.</summary>
    public static HandlerOptions OfClass(INamedTypeSymbol type) => Read(Find(type), default, lifetimeIsSet: false);

    /// <summary>What a method says, over what its class says. The lifetime is the class's where that has one: it has one instance.</summary>
    public static HandlerOptions OfMethod(AttributeData attribute, INamedTypeSymbol type)
    {
        var ofClass = Find(type);
        return Read(attribute, Read(ofClass, default, lifetimeIsSet: false), Names(ofClass, "Lifetime"));
    }

    private static HandlerOptions Read(AttributeData? attribute, HandlerOptions defaults, bool lifetimeIsSet)
    {
        if (attribute is null)
        {
            return defaults;
        }

        var result = defaults;
        foreach (var argument in attribute.NamedArguments)
        {
            result = (argument.Key, argument.Value.Value) switch
            {
                ("Order", int order) => result with { Order = order },
                ("Lifetime", int lifetime) when !lifetimeIsSet => result with { Lifetime = lifetime },
                ("Phase", int phase) => result with { Phase = phase },
                ("Background", bool background) => result with { Background = background },
                ("OnError", int onError) => result with { OnError = onError },
                _ => result,
            };
        }

        return result;
    }

    private static bool Names(AttributeData? attribute, string argument) =>
        attribute is not null && attribute.NamedArguments.Any(named => named.Key == argument);
}
