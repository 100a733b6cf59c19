using DomainEvents.Subscriptions;

namespace DomainEvents;

/// <summary>The active subscriptions of a publisher: to see what holds on to it, and to remove what nobody uses. Safe for use by several threads.</summary>
public sealed class SubscriptionRegistry
{
    private readonly SubscriptionStore _store;
    private readonly SubscriptionTracking? _tracking;

    internal SubscriptionRegistry(SubscriptionStore store, SubscriptionTracking? tracking)
    {
        _store = store;
        _tracking = tracking;
    }

    /// <summary>How many subscriptions are active. Weak ones whose target is gone do not count.</summary>
    public int Count => _store.Count();

    /// <summary>The active subscriptions in subscription order.</summary>
    public IReadOnlyList<SubscriptionInfo> Snapshot() => _store.Active().ConvertAll(Describe);

    /// <summary>Ends the subscriptions that were registered longer ago than the span and not called within it.</summary>
    /// <param name="unusedFor">The span, measured by <see cref="DomainEventPublisherOptions.TimeProvider"/>.</param>
    /// <returns>How many ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span is negative.</exception>
    public int RemoveUnused(TimeSpan unusedFor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(unusedFor, TimeSpan.Zero);
        return _store.EndUnused(unusedFor);
    }

    private SubscriptionInfo Describe(Subscription subscription)
    {
        var (calls, creationStack) = _tracking?.Describe(subscription) ?? default;
        return new SubscriptionInfo(subscription, calls, creationStack);
    }
}
