namespace DomainEvents;

/// <summary>One subscription, as <see cref="SubscriptionRegistry.Snapshot"/> found it. Keeps the owner alive: do not store it.</summary>
public sealed record SubscriptionInfo
{
    internal SubscriptionInfo()
    {
    }

    /// <summary>The owner, or the target of a weak subscription; <see langword="null"/> for others.</summary>
    public required object? Owner { get; init; }

    /// <summary>The type subscribed to.</summary>
    public required Type EventType { get; init; }

    /// <summary>When the subscription was made.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>When it was last called, or <see langword="null"/>.</summary>
    public required DateTimeOffset? LastCalledAt { get; init; }

    /// <summary>How often it was called; 0 unless <see cref="DomainEventPublisherOptions.TrackCalls"/> is set.</summary>
    public required long Calls { get; init; }

    /// <summary>Where it was made; <see langword="null"/> unless <see cref="DomainEventPublisherOptions.TrackCreation"/> is set.</summary>
    public required string? CreationStack { get; init; }
}
