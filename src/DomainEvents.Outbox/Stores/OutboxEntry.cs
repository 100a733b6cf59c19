namespace DomainEvents.Persistence;

/// <summary>A message that was read from the outbox, and what became of it.</summary>
public sealed class OutboxEntry
{
    private readonly OutboxMessage _message;

    internal OutboxEntry(long sequence, int attempts, in OutboxMessage message, TimeSpan waited)
    {
        Sequence = sequence;
        Attempts = attempts;
        Waited = waited;
        _message = message;
    }

    /// <summary>The row's number in the store.</summary>
    public long Sequence { get; }

    /// <summary>How often the message was tried before.</summary>
    public int Attempts { get; }

    /// <summary>How long the message had waited when it was read, on the database's clock.</summary>
    public TimeSpan Waited { get; }

    /// <summary>The message.</summary>
    public ref readonly OutboxMessage Message => ref _message;

    /// <summary>What became of it.</summary>
    public OutboxEntryState State { get; private set; }

    /// <summary>Why it failed or was given up.</summary>
    public string? Reason { get; private set; }

    /// <summary>How long to wait before it is tried again.</summary>
    public TimeSpan RetryDelay { get; private set; }

    /// <summary>Whether the stream of a dead message stays blocked until somebody decides.</summary>
    public bool HaltsStream { get; private set; }

    /// <summary>The transport has the message for certain.</summary>
    public void Confirm() => State = OutboxEntryState.Confirmed;

    /// <summary>The message failed and is tried again.</summary>
    /// <param name="delay">How long to wait.</param>
    /// <param name="reason">Why it failed.</param>
    public void RetryAfter(TimeSpan delay, string reason)
    {
        State = OutboxEntryState.Retry;
        RetryDelay = delay;
        Reason = reason;
    }

    /// <summary>The message is given up.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="haltStream">Whether later messages of its stream wait until it is replayed or purged.</param>
    public void Bury(string reason, bool haltStream)
    {
        State = OutboxEntryState.Dead;
        Reason = reason;
        HaltsStream = haltStream && _message.StreamId.Length > 0;
    }
}
