namespace DomainEvents.Persistence.Relay;

/// <summary>What became of sending one message of a batch.</summary>
internal enum SendResult
{
    /// <summary>It was not sent.</summary>
    None,

    /// <summary>The transport answered.</summary>
    Answered,

    /// <summary>No answer came in time.</summary>
    TimedOut,
}
