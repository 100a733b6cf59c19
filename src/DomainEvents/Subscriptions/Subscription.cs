namespace DomainEvents.Subscriptions;

/// <summary>
/// A subscription as the publisher sees it. There may be 100,000 of them, so it has no field that another one can stand for: its place in the
/// order tells the time of registration, and a handler that is gone is its end.
/// </summary>
internal abstract class Subscription : EventSubscription
{
    private long _lastCalledAt;
    private Topic? _topic;

    public Topic Topic => _topic!;

    /// <summary>The place in the order of a publisher's subscriptions, which tells the time of registration: see <see cref="RegistrationOrder"/>.</summary>
    public long Place { get; set; }

    /// <summary>UTC ticks, or 0.</summary>
    public long LastCalledAt => Volatile.Read(ref _lastCalledAt);

    public override bool IsActive => !IsEnded;

    /// <summary>Whether the subscription was disposed. One whose weak target is gone has not ended before it is noticed.</summary>
    public abstract bool IsEnded { get; }

    /// <summary>Whether only <c>PublishAsync</c> can call it.</summary>
    public virtual bool IsAsync => false;

    /// <summary>Whether it may end without being disposed.</summary>
    public virtual bool IsWeak => false;

    /// <summary>Whom the subscription belongs to, if it says so and has not ended.</summary>
    public virtual object? Owner => null;

    /// <summary>The class of the owner, also when the owner is gone: a handler may end its own subscription and fail then.</summary>
    public virtual Type? OwnerType => null;

    /// <summary>The name for errors.</summary>
    public string Name => OwnerType is { } owner ? $"subscription of {owner} to {Topic.EventType}" : $"subscription to {Topic.EventType}";

    /// <summary>Called once, before anybody else sees the subscription.</summary>
    public void Register(Topic topic, long place)
    {
        _topic = topic;
        Place = place;
    }

    /// <summary>Sets the time of the last call back, if it lies later. The clock did so too.</summary>
    public void LimitLastCall(long now)
    {
        if (LastCalledAt > now)
        {
            Volatile.Write(ref _lastCalledAt, now);
        }
    }

    public abstract void Invoke(IDomainEvent domainEvent, long now);

    public virtual ValueTask InvokeAsync(IDomainEvent domainEvent, long now, CancellationToken cancellationToken)
    {
        Invoke(domainEvent, now);
        return default;
    }

    public sealed override void Dispose() => Topic.Store.End(this);

    /// <summary>Lets go of the handler, of the owner and of all that they keep alive: lists and users may hold on to what has ended. Called once, under the publisher's lock.</summary>
    public abstract void Release();

    /// <summary>Notes a call.</summary>
    /// <param name="now">The time in ticks; its complement when calls are counted, so that this path pays nothing for that.</param>
    protected void Touch(long now)
    {
        // Written only when it changes: threads that publish together do not fight for the cache line.
        if (_lastCalledAt != now)
        {
            Volatile.Write(ref _lastCalledAt, now < 0 ? ~now : now);
            if (now < 0)
            {
                Topic.Store.CountCall(this);
            }
        }
    }
}
