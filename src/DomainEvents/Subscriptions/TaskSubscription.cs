namespace DomainEvents.Subscriptions;

/// <summary>Calls an asynchronous handler that takes no token.</summary>
internal sealed class TaskSubscription<TEvent>(Func<TEvent, Task> handler) : Subscription
    where TEvent : IDomainEvent
{
    private Func<TEvent, Task>? _handler = handler;

    public override bool IsAsync => true;

    public override bool IsEnded => Volatile.Read(ref _handler) is null;

    /// <summary>Comes only to subscriptions that have ended since or are to another class: a synchronous publish refuses events with others.</summary>
    public override void Invoke(IDomainEvent domainEvent, long now)
    {
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, long now, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _handler) is { } handler && domainEvent is TEvent typed)
        {
            Touch(now);
            return new ValueTask(handler(typed));
        }

        return default;
    }

    public override void Release() => Volatile.Write(ref _handler, null);
}
