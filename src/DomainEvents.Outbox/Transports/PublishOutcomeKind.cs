namespace DomainEvents.Persistence;

/// <summary>The kinds of <see cref="PublishOutcome"/>.</summary>
public enum PublishOutcomeKind
{
    /// <summary>The transport is down; nothing is said of the message. The default value, so that no outcome is never a success.</summary>
    Unavailable,

    /// <summary>The receiver has the message for certain.</summary>
    Confirmed,

    /// <summary>The message failed, and may succeed later.</summary>
    Retry,

    /// <summary>The message can never succeed.</summary>
    Reject,
}
