namespace DomainEvents.Persistence;

/// <summary>What became of a message that was read from the outbox.</summary>
public enum OutboxEntryState
{
    /// <summary>Nothing is known: it stays as it is and is read again.</summary>
    Untouched,

    /// <summary>The transport has it for certain: it is removed.</summary>
    Confirmed,

    /// <summary>It failed and is tried again later. Its stream waits for it.</summary>
    Retry,

    /// <summary>It was given up and goes to the dead letters.</summary>
    Dead,
}
