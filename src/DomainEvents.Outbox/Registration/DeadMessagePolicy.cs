namespace DomainEvents.Persistence;

/// <summary>What becomes of a stream one of whose messages was given up.</summary>
public enum DeadMessagePolicy
{
    /// <summary>The stream goes on without the message.</summary>
    SkipMessage,

    /// <summary>The stream waits until the dead letter is replayed or purged. Messages of a stream are then sent one after the other.</summary>
    HaltStream,
}
