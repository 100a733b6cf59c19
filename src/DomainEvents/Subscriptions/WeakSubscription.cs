namespace DomainEvents.Subscriptions;

/// <summary>A subscription of a target that it does not keep alive.</summary>
internal abstract class WeakSubscription<TTarget>(TTarget target) : Subscription
    where TTarget : class
{
    private readonly WeakReference<TTarget> _target = new(target);

    public sealed override bool IsActive => !IsEnded && _target.TryGetTarget(out _);

    public sealed override bool IsWeak => true;

    public sealed override object? Owner => _target.TryGetTarget(out var target) ? target : null;

    // Of the class declared: that of the target would cost a field, and 100,000 of these may be there.
    public sealed override Type OwnerType => Owner?.GetType() ?? typeof(TTarget);

    /// <summary>The target, or <see langword="null"/> if it is gone, with which the subscription ends.</summary>
    protected TTarget? TargetOrEnd()
    {
        if (_target.TryGetTarget(out var target))
        {
            return target;
        }

        Topic.Store.TryEnd(this);
        return null;
    }
}
