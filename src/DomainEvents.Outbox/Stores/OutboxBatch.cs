using DomainEvents.Persistence.Sql;

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
    /// <param name="waited">How long it has waited since it was appended, on the database's clock.</param>
    public void Add(long sequence, int attempts, in OutboxMessage message, TimeSpan waited = default) =>
        _entries.Add(new OutboxEntry(sequence, attempts, message, waited));

    /// <summary>Empties the batch for the next reading.</summary>
    public void Clear()
    {
        _entries.Clear();
        NextDue = null;
        LeaseLost = false;
    }

    /// <summary>The last place that is here of each stream that has places, and how many of its messages are here.</summary>
    internal List<StreamEnd> StreamEnds() =>
    [
        .. _entries
            .Where(entry => entry.Message.StreamSeq != 0)
            .GroupBy(entry => entry.Message.StreamId, StringComparer.Ordinal)
            .Select(stream => new StreamEnd(stream.Key, stream.Max(entry => entry.Message.StreamSeq), stream.Count())),
    ];

    /// <summary>Takes out the messages of a stream that have a place in it.</summary>
    internal void RemoveStream(string streamId) =>
        _entries.RemoveAll(entry => entry.Message.StreamSeq != 0 && entry.Message.StreamId == streamId);

    /// <summary>Brings the messages of each stream into the order of their places; every message that has none stays where it is.</summary>
    internal void OrderStreams()
    {
        var positions = Enumerable.Range(0, _entries.Count)
            .Where(index => _entries[index].Message.StreamSeq != 0)
            .GroupBy(index => _entries[index].Message.StreamId, StringComparer.Ordinal)
            .Where(stream => stream.Skip(1).Any());
        foreach (var stream in positions.ToList())
        {
            var ordered = stream.Select(index => _entries[index]).OrderBy(entry => entry.Message.StreamSeq).ToList();
            foreach (var (index, entry) in stream.Zip(ordered))
            {
                _entries[index] = entry;
            }
        }
    }
}
