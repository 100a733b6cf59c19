namespace DomainEvents.Subscriptions;

/// <summary>Calls a synchronous handler.</summary>
internal class ActionSubscription<TEvent>(Action<TEvent> handler) : Subscription
    where TEvent : IDomainEvent
{
    private Action<TEvent>? _handler = handler;

    public sealed override bool IsEnded => Volatile.Read(ref _handler) is null;

    public sealed override void Invoke(IDomainEvent domainEvent, long now)
    {
        if (Volatile.Read(ref _handler) is { } handler && domainEvent is TEvent typed)
        {
            Touch(now);
            handler(typed);
        }
    }

    public override void Release() => Volatile.Write(ref _handler, null);
}
