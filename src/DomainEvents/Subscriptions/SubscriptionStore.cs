using DomainEvents.Binding;
using DomainEvents.Slots;

namespace DomainEvents.Subscriptions;

/// <summary>
/// The subscriptions of a publisher by topic. Everything is written under the publisher's lock, under which no user code runs; publishes
/// read the lists without it.
/// </summary>
internal sealed class SubscriptionStore
{
    private readonly SlotSet _slots;
    private readonly HandlerIndex _handlers;
    private readonly SubscriptionTracking? _tracking;
    private readonly Dictionary<Type, Topic> _topics = [];
    private readonly Dictionary<object, HashSet<Subscription>> _owners = new(ReferenceEqualityComparer.Instance);
    private readonly RegistrationOrder _order;

    public SubscriptionStore(SlotSet slots, HandlerIndex handlers, SubscriptionClock clock, SubscriptionTracking? tracking)
    {
        _slots = slots;
        _handlers = handlers;
        _tracking = tracking;
        Clock = clock;
        _order = new RegistrationOrder(clock.Now);
        All = new Topic(this, typeof(IDomainEvent));
    }

    public SubscriptionClock Clock { get; }

    /// <summary>The subscriptions to all events, which run after the others.</summary>
    public Topic All { get; }

    private IEnumerable<Topic> Topics => _topics.Values.Append(All);

    /// <summary>Enters a new subscription.</summary>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public Subscription Add(Type eventType, Subscription subscription)
    {
        var now = Clock.Now;
        lock (_slots.Gate)
        {
            _slots.ThrowIfDisposed();
            _tracking?.Begin(subscription);
            var topic = TopicOf(eventType);
            FollowClockLocked(now);
            subscription.Register(topic, _order.Next(now));
            if (topic.HasWeak && topic.List.IsFull)
            {
                EndForgotten(topic);
            }

            topic.Add(subscription);
            if (subscription is { IsWeak: false, Owner: { } owner })
            {
                SubscriptionsOf(owner).Add(subscription);
            }

            if (topic.Live == 1)
            {
                Refresh(topic);
            }
        }

        return subscription;
    }

    /// <summary>Ends a subscription, unless it has ended.</summary>
    public void End(Subscription subscription)
    {
        lock (_slots.Gate)
        {
            EndLocked(subscription);
        }
    }

    /// <summary>Ends a subscription whose target a publish found gone. A publish does not wait: if others write, the next one tries again.</summary>
    public void TryEnd(Subscription subscription)
    {
        if (Monitor.TryEnter(_slots.Gate))
        {
            try
            {
                EndLocked(subscription);
            }
            finally
            {
                Monitor.Exit(_slots.Gate);
            }
        }
    }

    /// <summary>Ends the subscriptions of an owner and returns how many there were.</summary>
    public int EndOwned(object owner)
    {
        lock (_slots.Gate)
        {
            if (!_owners.Remove(owner, out var subscriptions))
            {
                return 0;
            }

            foreach (var subscription in subscriptions)
            {
                EndLocked(subscription);
            }

            return subscriptions.Count;
        }
    }

    /// <summary>When a subscription was made, in UTC ticks.</summary>
    public long RegisteredAt(Subscription subscription) => _order.TimeOf(subscription.Place);

    /// <summary>Ends those registered and last called longer ago than a span, and returns how many there were.</summary>
    public int EndUnused(TimeSpan unusedFor)
    {
        var now = Clock.Now;
        lock (_slots.Gate)
        {
            FollowClockLocked(now);
            var unused = ActiveLocked().FindAll(
                subscription => Math.Max(RegisteredAt(subscription), subscription.LastCalledAt) < now - unusedFor.Ticks);
            unused.ForEach(EndLocked);
            return unused.Count;
        }
    }

    /// <summary>Ends all. The publisher is disposed.</summary>
    public void EndAllLocked() => ActiveLocked().ForEach(EndLocked);

    /// <summary>How many subscriptions get events.</summary>
    public int Count()
    {
        lock (_slots.Gate)
        {
            foreach (var topic in Topics.Where(topic => topic.HasWeak))
            {
                EndForgotten(topic);
            }

            return Topics.Sum(topic => topic.Live);
        }
    }

    /// <summary>The subscriptions that get events, in subscription order.</summary>
    public List<Subscription> Active()
    {
        lock (_slots.Gate)
        {
            return ActiveLocked();
        }
    }

    /// <summary>Lets a new slot listen to the topics that concern it.</summary>
    public void Connect(EventSlot slot)
    {
        slot.Listen([.. _topics.Values.Where(topic => Concerns(topic, slot))]);
        slot.Refresh(_slots, All.Live > 0);
    }

    /// <summary>Puts the pipelines in place that are called for now.</summary>
    public void RefreshAllLocked() => Refresh(All);

    public void CountCall(Subscription subscription) => _tracking?.CountCall(subscription);

    private Topic TopicOf(Type eventType)
    {
        if (eventType == typeof(IDomainEvent))
        {
            return All;
        }

        return _topics.TryGetValue(eventType, out var topic) ? topic : AddTopic(eventType);
    }

    // Apart, so that finding a topic allocates no closure.
    private Topic AddTopic(Type eventType)
    {
        var topic = new Topic(this, eventType);
        _topics.Add(eventType, topic);
        foreach (var slot in _slots.All.Where(slot => Concerns(topic, slot)))
        {
            slot.Listen([topic]);
        }

        return topic;
    }

    /// <summary>
    /// Whether events of a slot may be events of a topic: the slot's type is the topic's or derives from it, or the topic's is an
    /// unmarked subclass whose events come through the slot of its marked base.
    /// </summary>
    private bool Concerns(Topic topic, EventSlot slot) =>
        topic.EventType.IsAssignableFrom(slot.DispatchType)
        || (slot.DispatchType.IsAssignableFrom(topic.EventType) && _handlers.DispatchTypeOf(topic.EventType) == slot.DispatchType);

    private void EndLocked(Subscription subscription)
    {
        if (subscription.IsEnded)
        {
            return;
        }

        var owner = subscription.IsWeak ? null : subscription.Owner;
        subscription.Release();
        _tracking?.End(subscription);
        if (owner is not null && _owners.TryGetValue(owner, out var siblings))
        {
            siblings.Remove(subscription);
            if (siblings.Count == 0)
            {
                _owners.Remove(owner);
            }
        }

        var topic = subscription.Topic;
        topic.NoteEnded(subscription);
        if (topic.Live == 0)
        {
            Refresh(topic);
        }
    }

    private void EndForgotten(Topic topic)
    {
        var subscriptions = topic.List.Current;
        foreach (var subscription in subscriptions.Items.AsSpan(0, subscriptions.Count))
        {
            if (!subscription.IsActive)
            {
                EndLocked(subscription);
            }
        }
    }

    private List<Subscription> ActiveLocked()
    {
        var active = new List<Subscription>();
        foreach (var topic in Topics)
        {
            if (topic.HasWeak)
            {
                EndForgotten(topic);
            }

            var subscriptions = topic.List.Current;
            foreach (var subscription in subscriptions.Items.AsSpan(0, subscriptions.Count))
            {
                if (!subscription.IsEnded)
                {
                    active.Add(subscription);
                }
            }
        }

        active.Sort(static (left, right) => left.Place.CompareTo(right.Place));
        return active;
    }

    /// <summary>
    /// Gives the places anew if the clock was set back: what would seem to have been registered or called in the future would count as
    /// used until then. By more than a second only, because threads that register together come with times in no order.
    /// </summary>
    private void FollowClockLocked(long now)
    {
        if (now >= _order.Latest - TimeSpan.TicksPerSecond)
        {
            return;
        }

        var active = ActiveLocked();
        _order.Restart();
        foreach (var subscription in active)
        {
            subscription.Place = _order.Next(Math.Min(RegisteredAt(subscription), now));
            subscription.LimitLastCall(now);
        }
    }

    private void Refresh(Topic topic)
    {
        foreach (var slot in topic == All ? _slots.All : topic.Slots)
        {
            slot.Refresh(_slots, All.Live > 0);
        }
    }

    private HashSet<Subscription> SubscriptionsOf(object owner)
    {
        if (!_owners.TryGetValue(owner, out var subscriptions))
        {
            _owners.Add(owner, subscriptions = []);
        }

        return subscriptions;
    }
}
