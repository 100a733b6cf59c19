using DomainEvents.Slots;

namespace DomainEvents.Subscriptions;

/// <summary>The subscriptions to one type, and the slots whose events they get. Written under the publisher's lock.</summary>
internal sealed class Topic(SubscriptionStore store, Type eventType)
{
    private EndedSubscription? _ended;

    public SubscriptionStore Store { get; } = store;

    public Type EventType { get; } = eventType;

    /// <summary>The subscriptions of this topic alone. Slots that no other topic concerns read it directly.</summary>
    public SubscriptionList List { get; } = new();

    /// <summary>The lists of slots that several topics concern: they hold this topic's subscriptions too.</summary>
    public List<SubscriptionList> MergedLists { get; } = [];

    /// <summary>The slots that the topic concerns. Empty for all-event subscriptions, which concern every slot.</summary>
    public List<EventSlot> Slots { get; } = [];

    /// <summary>How many subscriptions have not ended.</summary>
    public int Live { get; private set; }

    /// <summary>Whether there ever was a subscription that may end without being disposed.</summary>
    public bool HasWeak { get; private set; }

    public void Add(Subscription subscription)
    {
        Live++;
        HasWeak |= subscription.IsWeak;
        List.Add(subscription);
        foreach (var list in MergedLists)
        {
            list.Add(subscription);
        }
    }

    public void NoteEnded(Subscription subscription)
    {
        Live--;
        List.NoteEnded(subscription);
        foreach (var list in MergedLists)
        {
            list.NoteEnded(subscription);
        }
    }

    /// <summary>What stands in lists in the place of a subscription that ended: one object for all that had the same name.</summary>
    public EndedSubscription EndedLike(Subscription subscription)
    {
        if (_ended is null || _ended.OwnerType != subscription.OwnerType)
        {
            _ended = new EndedSubscription(this, subscription.OwnerType);
        }

        return _ended;
    }
}
