using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Tells subscriptions that somebody has to end from those that may last.</summary>
internal static class StrongSubscription
{
    /// <summary>
    /// Whether a subscription outlives its use when its handle is lost. Not what ends with an owner, a target or its publisher, and not
    /// what the start of the program or an object of its lifetime subscribes.
    /// </summary>
    public static bool CanLeak(SubscribeCall call, ISymbol member, KnownSymbols symbols)
    {
        if (call.Kind is SubscribeKind.Owned or SubscribeKind.Weak
            || symbols.IsTestProject
            || Lifetimes.IsStartUp(member)
            || (IsStatic(member) && !SubscriptionHandler.HoldsAnything(call.Handler)))
        {
            return false;
        }

        return !PublisherOrigin.IsOwned(call.Publisher, member.ContainingType)
            && (IsStatic(member) || member.ContainingType is null || !Lifetimes.IsSingleton(member.ContainingType, symbols));
    }

    private static bool IsStatic(ISymbol member)
    {
        // Local functions and lambdas: what the member around them is.
        while (member.ContainingSymbol is IMethodSymbol outer)
        {
            member = outer;
        }

        return member.IsStatic;
    }
}
