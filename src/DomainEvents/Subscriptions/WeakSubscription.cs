namespace DomainEvents.Subscriptions;

/// <summary>Calls a handler with a target that it does not keep alive.</summary>
internal sealed class WeakSubscription<TTarget, TEvent>(TTarget target, Action<TTarget, TEvent> handler)
    : Subscription
    where TTarget : class
    where TEvent : IDomainEvent
{
    private readonly WeakReference<TTarget> _target = new(target);
    private Action<TTarget, TEvent>? _handler = handler;

    public override bool IsActive => !IsEnded && _target.TryGetTarget(out _);

    public override bool IsEnded => Volatile.Read(ref _handler) is null;

    public override bool IsWeak => true;

    public override object? Owner => _target.TryGetTarget(out var target) ? target : null;

    public override void Invoke(IDomainEvent domainEvent, long now)
    {
        if (Volatile.Read(ref _handler) is not { } handler)
        {
            return;
        }

        if (!_target.TryGetTarget(out var target))
        {
            Topic.Store.TryEnd(this);
        }
        else if (domainEvent is TEvent typed)
        {
            Touch(now);
            handler(target, typed);
        }
    }

    public override void Release() => Volatile.Write(ref _handler, null);
}
