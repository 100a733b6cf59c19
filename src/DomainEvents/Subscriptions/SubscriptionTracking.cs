using System.Collections.Concurrent;
using System.Diagnostics;

namespace DomainEvents.Subscriptions;

/// <summary>What the options ask to be remembered of each subscription beyond its own fields.</summary>
internal sealed class SubscriptionTracking(bool tracksCreation)
{
    private readonly ConcurrentDictionary<Subscription, Entry> _entries = new();

    public void Begin(Subscription subscription) =>
        _entries[subscription] = new Entry { CreationStack = tracksCreation ? new StackTrace(2, true) : null };

    public void End(Subscription subscription) => _entries.TryRemove(subscription, out _);

    public void CountCall(Subscription subscription)
    {
        if (_entries.TryGetValue(subscription, out var entry))
        {
            Interlocked.Increment(ref entry.Calls);
        }
    }

    public (long Calls, string? CreationStack) Describe(Subscription subscription) =>
        _entries.TryGetValue(subscription, out var entry)
            ? (Interlocked.Read(ref entry.Calls), entry.CreationStack?.ToString())
            : default;

    private sealed class Entry
    {
        public long Calls;

        public StackTrace? CreationStack { get; init; }
    }
}
