namespace DomainEvents.Persistence.UnitsOfWork;

/// <summary>
/// Runs the handlers that belong to a transaction until none raises a further event. Events are handled in rounds: first those that were
/// there, then those that their handlers raised, and so on.
/// </summary>
internal sealed class TransactionDrain(DomainEventPublisher publisher, IServiceProvider? services)
{
    /// <summary>More than any real chain of causes, and few enough to fail in time.</summary>
    public const int MaxRounds = 64;

    private const int ShownRounds = 6;

    private readonly List<string> _lastRounds = [];
    private int _rounds;

    /// <param name="collect">Finds what was raised since it was last called.</param>
    public void Run(Func<IReadOnlyList<IDomainEvent>> collect)
    {
        for (var events = collect(); events.Count > 0; events = collect())
        {
            CountRound(events);
            for (var i = 0; i < events.Count; i++)
            {
                publisher.PublishInTransaction(events[i], services);
            }
        }
    }

    /// <inheritdoc cref="Run" />
    public async ValueTask RunAsync(Func<IReadOnlyList<IDomainEvent>> collect, CancellationToken cancellationToken)
    {
        for (var events = collect(); events.Count > 0; events = collect())
        {
            CountRound(events);
            for (var i = 0; i < events.Count; i++)
            {
                await publisher.PublishInTransactionAsync(events[i], services, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private void CountRound(IReadOnlyList<IDomainEvent> events)
    {
        if (++_rounds > MaxRounds - ShownRounds)
        {
            _lastRounds.Add(string.Join(", ", events.Select(static domainEvent => domainEvent.EventType).Distinct().Take(3)));
        }

        if (_rounds > MaxRounds)
        {
            throw new InvalidOperationException(
                $"After {MaxRounds} rounds InTransaction handlers still raise further events, and nothing was committed. The last rounds: "
                + $"{string.Join(" -> ", _lastRounds.TakeLast(ShownRounds))}. Let one of these handlers raise nothing once its work is done, or "
                + "make it an AfterCommit handler.");
        }
    }
}
