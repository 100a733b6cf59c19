namespace DomainEvents.Persistence;

/// <summary>Messages on their way from a store to a transport, with what became of them. Reused from one reading to the next; for one thread.</summary>
public sealed class OutboxBatch
{
    private readonly List<OutboxEntry> _entries = [];

    /// <summary>The messages, in the order in which they are to be sent.</summary>
    public IReadOnlyList<OutboxEntry> Entries => _entries;

    /// <summary>How many there are.</summary>
    public int Count => _entries.Count;

    /// <summary>When the next message will be due, if none is now and one is waiting for another attempt.</summary>
    public TimeSpan? NextDue { get; set; }

    /// <summary>Whether a lease was lost before the messages could be read. The relay asks for its share again.</summary>
    public bool LeaseLost { get; set; }

    /// <summary>Adds a message that was read.</summary>
    /// <param name="sequence">The row's number in the store.</param>
    /// <param name="attempts">How often it was tried before.</param>
    /// <param name="message">The message.</param>
    public void Add(long sequence, int attempts, in OutboxMessage message) => _entries.Add(new OutboxEntry(sequence, attempts, message));

    /// <summary>Empties the batch for the next reading.</summary>
    public void Clear()
    {
        _entries.Clear();
        NextDue = null;
        LeaseLost = false;
    }
}
