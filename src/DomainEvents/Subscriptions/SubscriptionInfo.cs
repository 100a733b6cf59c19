using DomainEvents.Subscriptions;

namespace DomainEvents;

/// <summary>One subscription, as <see cref="SubscriptionRegistry.Snapshot"/> found it. Keeps the owner alive: do not store it.</summary>
public sealed class SubscriptionInfo
{
    internal SubscriptionInfo(Subscription subscription, long calls, string? creationStack)
    {
        Owner = subscription.Owner;
        EventType = subscription.Topic.EventType;
        RegisteredAt = new DateTimeOffset(subscription.Topic.Store.RegisteredAt(subscription), TimeSpan.Zero);
        LastCalledAt = subscription.LastCalledAt == 0 ? null : new DateTimeOffset(subscription.LastCalledAt, TimeSpan.Zero);
        Calls = calls;
        CreationStack = creationStack;
    }

    /// <summary>The owner, or the target of a weak subscription; <see langword="null"/> for others.</summary>
    public object? Owner { get; }

    /// <summary>The type subscribed to.</summary>
    public Type EventType { get; }

    /// <summary>When the subscription was made, in UTC.</summary>
    public DateTimeOffset RegisteredAt { get; }

    /// <summary>When it was last called, in UTC, or <see langword="null"/>. To some milliseconds, with the system's clock.</summary>
    public DateTimeOffset? LastCalledAt { get; }

    /// <summary>How often it was called; 0 unless <see cref="DomainEventPublisherOptions.TrackCalls"/> is set.</summary>
    public long Calls { get; }

    /// <summary>Where it was made; <see langword="null"/> unless <see cref="DomainEventPublisherOptions.TrackCreation"/> is set.</summary>
    public string? CreationStack { get; }
}
