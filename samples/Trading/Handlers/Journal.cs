using DomainEvents;
using Trading.Domain.Events;

namespace Trading.Handlers;

/// <summary>Counts all events and keeps those of the strategies. A singleton: it outlives the backtests that it records.</summary>
[DomainEventHandler(Lifetime = HandlerLifetime.Singleton, Order = BeforeAllOthers)]
public sealed class Journal : IDomainEventHandler<IDomainEvent>, IDomainEventHandler<IStrategyEvent>
{
    // Handlers publish while they handle: only the first one sees causes before their effects.
    private const int BeforeAllOthers = -100;

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<IStrategyEvent> _entries = [];
    private int _delivered;

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public IReadOnlyList<IStrategyEvent> Entries => _entries;

    /// <summary>How many booked trades were delivered. The relay does that on a thread of its own, at its own time: they are no part of the backtest.</summary>
    public int Delivered => Volatile.Read(ref _delivered);

    public void Handle(IDomainEvent domainEvent)
    {
        if (domainEvent is TradeBooked)
        {
            Interlocked.Increment(ref _delivered);
        }
        else
        {
            _counts[domainEvent.EventType] = _counts.GetValueOrDefault(domainEvent.EventType) + 1;
        }
    }

    /// <summary>Gets each entry at once, causes before their effects too; <see langword="null"/> for nobody.</summary>
    public Action<IStrategyEvent>? Listener { get; set; }

    public void Handle(IStrategyEvent domainEvent)
    {
        _entries.Add(domainEvent);
        Listener?.Invoke(domainEvent);
    }
}
