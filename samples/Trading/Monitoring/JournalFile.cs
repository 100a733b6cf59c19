using DomainEvents;
using Trading.Domain.Events;
using Trading.Handlers;

namespace Trading.Monitoring;

/// <summary>
/// Writes the entries of the journal to a file, off the path of the backtest. One lane keeps them in their order; disposing waits until
/// the last one is written.
/// </summary>
public sealed class JournalFile : IDisposable
{
    // More than twenty years of a few strategies: the backtest is synchronous and cannot wait for room.
    private const int Capacity = 100_000;

    private readonly DomainEventPublisher _lines = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
    private readonly BackgroundPublisher _background;
    private readonly Journal _journal;

    public JournalFile(Journal journal, TextWriter file)
    {
        _journal = journal;
        _lines.SubscribeOwned<IStrategyEvent>(this, async entry =>
            await file.WriteLineAsync(FormattableString.Invariant($"{entry.Date:O},{entry.EventType},{entry.StrategyId},{entry.EventId}")));
        _background = new BackgroundPublisher(_lines, new BackgroundPublisherOptions
        {
            Lanes = 1,
            Capacity = Capacity,
            OnError = (_, exception) => Error ??= exception,
        });
        journal.Listener = Enqueue;
    }

    /// <summary>What went wrong first, if a line could not be written.</summary>
    public Exception? Error { get; private set; }

    public void Dispose()
    {
        _journal.Listener = null;
        _background.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _lines.Dispose();
    }

    private void Enqueue(IStrategyEvent entry)
    {
        if (!_background.TryEnqueue(entry))
        {
            throw new InvalidOperationException($"{Capacity} events wait to be written to the journal; there is no room for '{entry.EventType}'.");
        }
    }
}
