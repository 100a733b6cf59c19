using System.Diagnostics;
using DomainEvents;
using Trading.Domain;
using Trading.Domain.Events;
using Trading.Domain.Strategies;
using Trading.Handlers;
using Trading.Market;

namespace Trading.Application;

/// <summary>Plays the days of a market to the strategies, one after the other.</summary>
public sealed class Backtest(
    IDomainEventPublisher publisher,
    Broker broker,
    StrategyDesk desk,
    IEnumerable<ITradingStrategy> strategies,
    TradingRules rules)
{
    /// <summary>Runs until the last day or until cancelled; a day that has begun is always finished.</summary>
    /// <param name="days">The days.</param>
    /// <param name="cancellationToken">Stops after the day that is being played.</param>
    /// <param name="dayPlayed">Gets each day that was played, with what the accounts hold after it.</param>
    public BacktestRun Run(
        IReadOnlyList<PriceBar> days, CancellationToken cancellationToken, Action<PriceBar, IReadOnlyList<Account>>? dayPlayed = null)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (ITradingStrategy strategy in strategies)
        {
            desk.Start(strategy, days[0].Date, rules.Budget);
        }

        int played = 0;
        while (played < days.Count && !cancellationToken.IsCancellationRequested)
        {
            PriceBar today = days[played++];
            Open(today);
            publisher.Publish(new MarketClosed(today));
            dayPlayed?.Invoke(today, broker.Accounts);
        }

        return new BacktestRun(days.Take(played).ToList(), Stopwatch.GetElapsedTime(start), Interrupted: played < days.Count);
    }

    private void Open(PriceBar today)
    {
        MarketOpened opened = MarketOpened.Rent(today.Date, today.Open);
        try
        {
            publisher.Publish(opened);
        }
        finally
        {
            opened.Return();
        }
    }
}
