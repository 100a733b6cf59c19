namespace DomainEvents.Subscriptions;

/// <summary>Calls an asynchronous handler with a target that it keeps alive during the call only.</summary>
internal sealed class WeakAsyncSubscription<TTarget, TEvent>(TTarget target, Func<TTarget, TEvent, CancellationToken, ValueTask> handler)
    : WeakSubscription<TTarget>(target)
    where TTarget : class
    where TEvent : IDomainEvent
{
    private Func<TTarget, TEvent, CancellationToken, ValueTask>? _handler = handler;

    public override bool IsAsync => true;

    public override bool IsEnded => Volatile.Read(ref _handler) is null;

    /// <summary>
    /// Comes only to subscriptions whose target is gone, that have ended since or are to another class: a synchronous publish refuses
    /// events with others.
    /// </summary>
    public override void Invoke(IDomainEvent domainEvent, long now)
    {
        if (!IsEnded)
        {
            TargetOrEnd();
        }
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, long now, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _handler) is { } handler && TargetOrEnd() is { } target && domainEvent is TEvent typed)
        {
            Touch(now);
            return handler(target, typed, cancellationToken);
        }

        return default;
    }

    public override void Release() => Volatile.Write(ref _handler, null);
}
