namespace DomainEvents.Subscriptions;

/// <summary>Calls a synchronous handler until its owner unsubscribes.</summary>
internal sealed class OwnedSubscription<TEvent>(object owner, Action<TEvent> handler)
    : ActionSubscription<TEvent>(handler)
    where TEvent : IDomainEvent
{
    public override object Owner { get; } = owner;
}
