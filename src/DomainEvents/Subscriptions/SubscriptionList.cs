namespace DomainEvents.Subscriptions;

/// <summary>
/// Subscriptions in order. Readers take no lock: they look at a snapshot to which subscriptions are only ever appended. Those that ended
/// keep their place in it until they are more than half; then a snapshot without them takes its place. So adding and ending cost the same however
/// many there are. Writers hold the publisher's lock.
/// </summary>
internal sealed class SubscriptionList
{
    private static readonly Snapshot s_empty = new([]);

    private Snapshot _snapshot = s_empty;
    private int _ended;
    private int _async;

    /// <summary>What a publish that starts now sees.</summary>
    public Snapshot Current => Volatile.Read(ref _snapshot);

    /// <summary>Whether there may be a subscription that a synchronous publish cannot call. Ask after taking the snapshot.</summary>
    public bool MayHaveAsync => Volatile.Read(ref _async) != 0;

    /// <summary>Whether the next <see cref="Add"/> has to make room.</summary>
    public bool IsFull => _snapshot.Count == _snapshot.Items.Length;

    public void Add(Subscription subscription)
    {
        if (subscription.IsAsync)
        {
            // Before it can be seen: a publish that sees the subscription sees the count.
            Volatile.Write(ref _async, _async + 1);
        }

        if (IsFull)
        {
            Rebuild(Math.Max(4, 2 * (_snapshot.Count - _ended)));
        }

        _snapshot.Append(subscription);
    }

    /// <summary>Notes that a subscription of the list has been released.</summary>
    public void NoteEnded(Subscription subscription)
    {
        if (subscription.IsAsync)
        {
            Volatile.Write(ref _async, _async - 1);
        }

        _ended++;
        if (_ended == _snapshot.Count)
        {
            _ended = 0;
            Volatile.Write(ref _snapshot, s_empty);
        }
        else if (_ended > 8 && _ended > _snapshot.Count / 2)
        {
            Rebuild(_snapshot.Count - _ended);
        }
        else
        {
            _snapshot.LetGo(subscription);
        }
    }

    private void Rebuild(int capacity)
    {
        var next = new Snapshot(new Subscription[capacity]);
        foreach (var subscription in _snapshot.Items.AsSpan(0, _snapshot.Count))
        {
            if (!subscription.IsEnded)
            {
                next.Append(subscription);
            }
        }

        _ended = 0;
        Volatile.Write(ref _snapshot, next);
    }

    /// <summary>Items that are never moved, though what ended may be replaced, and how many of them there are.</summary>
    internal sealed class Snapshot(Subscription[] items)
    {
        // As many as a cache line holds.
        private const int Newest = 8;

        private int _count;

        public Subscription[] Items { get; } = items;

        /// <summary>Only grows.</summary>
        public int Count => Volatile.Read(ref _count);

        public void Append(Subscription subscription)
        {
            Items[_count] = subscription;
            Volatile.Write(ref _count, _count + 1);
        }

        /// <summary>
        /// Lets go of a subscription that ended soon after it was made. Beside many that stay it would wait for the next rebuild, and to
        /// the collector everything that a large, old array refers to is alive: that cost more than the subscription itself. Its place
        /// stays, because readers have counted it.
        /// </summary>
        public void LetGo(Subscription subscription)
        {
            for (var i = _count - 1; i >= Math.Max(0, _count - Newest); i--)
            {
                if (Items[i] == subscription)
                {
                    Items[i] = subscription.Topic.EndedLike(subscription);
                    return;
                }
            }
        }
    }
}
