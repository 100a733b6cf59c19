namespace DomainEvents.Persistence;

/// <summary>What a transport says of a message that it was given.</summary>
public readonly record struct PublishOutcome
{
    private PublishOutcome(PublishOutcomeKind kind, string? reason)
    {
        Kind = kind;
        Reason = reason;
    }

    /// <summary>The receiver has the message for certain.</summary>
    public static PublishOutcome Confirmed { get; } = new(PublishOutcomeKind.Confirmed, null);

    /// <summary>What happened.</summary>
    public PublishOutcomeKind Kind { get; }

    /// <summary>Why the message was not taken.</summary>
    public string? Reason { get; }

    /// <summary>This message failed, and may succeed later: it costs an attempt, and its stream waits.</summary>
    /// <param name="reason">Why it failed.</param>
    public static PublishOutcome Retry(string reason) => new(PublishOutcomeKind.Retry, reason);

    /// <summary>This message can never succeed, because nobody takes it or because it is too large: it goes to the dead letters at once.</summary>
    /// <param name="reason">Why it cannot succeed.</param>
    public static PublishOutcome Reject(string reason) => new(PublishOutcomeKind.Reject, reason);

    /// <summary>The transport itself is down: no message is to blame and none loses an attempt. The relay waits before it tries again.</summary>
    /// <param name="reason">What is down.</param>
    public static PublishOutcome Unavailable(string reason) => new(PublishOutcomeKind.Unavailable, reason);
}
