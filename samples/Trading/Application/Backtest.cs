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
    StrategyDesk desk,
    IEnumerable<ITradingStrategy> strategies,
    TradingRules rules)
{
    /// <summary>Runs until the last day or until cancelled; a day that has begun is always finished.</summary>
    public BacktestRun Run(IReadOnlyList<PriceBar> days, CancellationToken cancellationToken)
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
            publisher.Publish(new MarketOpened(today.Date, today.Open));
            publisher.Publish(new MarketClosed(today));
        }

        return new BacktestRun(days.Take(played).ToList(), Stopwatch.GetElapsedTime(start), Interrupted: played < days.Count);
    }
}
