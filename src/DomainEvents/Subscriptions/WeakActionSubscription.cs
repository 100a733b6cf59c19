namespace DomainEvents.Subscriptions;

/// <summary>Calls a handler with a target that it does not keep alive.</summary>
internal sealed class WeakActionSubscription<TTarget, TEvent>(TTarget target, Action<TTarget, TEvent> handler) : WeakSubscription<TTarget>(target)
    where TTarget : class
    where TEvent : IDomainEvent
{
    private Action<TTarget, TEvent>? _handler = handler;

    public override bool IsEnded => Volatile.Read(ref _handler) is null;

    public override void Invoke(IDomainEvent domainEvent, long now)
    {
        if (Volatile.Read(ref _handler) is { } handler && TargetOrEnd() is { } target && domainEvent is TEvent typed)
        {
            Touch(now);
            handler(target, typed);
        }
    }

    public override void Release() => Volatile.Write(ref _handler, null);
}
