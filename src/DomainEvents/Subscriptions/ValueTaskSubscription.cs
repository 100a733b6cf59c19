namespace DomainEvents.Subscriptions;

/// <summary>Calls an asynchronous handler that takes the token.</summary>
internal class ValueTaskSubscription<TEvent>(Func<TEvent, CancellationToken, ValueTask> handler)
    : Subscription
    where TEvent : IDomainEvent
{
    private Func<TEvent, CancellationToken, ValueTask>? _handler = handler;

    public sealed override bool IsAsync => true;

    public sealed override bool IsEnded => Volatile.Read(ref _handler) is null;

    /// <summary>Comes only to subscriptions that have ended since or are to another class: a synchronous publish refuses events with others.</summary>
    public sealed override void Invoke(IDomainEvent domainEvent, long now)
    {
    }

    public sealed override ValueTask InvokeAsync(IDomainEvent domainEvent, long now, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _handler) is { } handler && domainEvent is TEvent typed)
        {
            Touch(now);
            return handler(typed, cancellationToken);
        }

        return default;
    }

    public override void Release() => Volatile.Write(ref _handler, null);
}
