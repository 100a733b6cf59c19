using DomainEvents.Generators.Dispatch.Discovery;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>A handler that the generator finds here, or that a referenced module describes.</summary>
/// <param name="HandledType">The event, base type or interface.</param>
/// <param name="Name">The full name of the class or method.</param>
/// <param name="NeedsTask">Whether a synchronous publish cannot call it; <see langword="false"/> where that is not sure.</param>
internal sealed record KnownHandler(INamedTypeSymbol HandledType, string Name, bool NeedsTask)
{
    /// <summary>Whether it handles an event: its type, a base of it or an interface.</summary>
    public bool Handles(INamedTypeSymbol domainEvent) => EventTypeFacts.HandledAs(domainEvent).Contains(HandledType, SymbolEqualityComparer.Default);
}
