using DomainEvents;
using Trading.Domain;
using Trading.Domain.Events;
using Trading.Domain.Strategies;

namespace Trading.Handlers;

/// <summary>Runs the strategies: asks each for its stance after the close, and stops those that break a limit.</summary>
[DomainEventHandler(Order = AfterValuation)]
public sealed class StrategyDesk(IDomainEventPublisher publisher) :
    IDomainEventHandler<MarketClosed>,
    IDomainEventHandler<RiskLimitBreached>
{
    // The broker values the accounts first: a strategy that is stopped by today's close does not trade on it.
    private const int AfterValuation = 10;

    private readonly List<ITradingStrategy> _active = [];
    private readonly Dictionary<string, Stance> _stances = [];

    public void Start(ITradingStrategy strategy, DateOnly date, Money budget)
    {
        publisher.Publish(new StrategyCreated(strategy.Id, strategy.Name, date, budget));
        _active.Add(strategy);
        _stances.Add(strategy.Id, Stance.Flat);
    }

    public void Handle(MarketClosed domainEvent)
    {
        foreach (ITradingStrategy strategy in _active)
        {
            Stance now = strategy.Decide(domainEvent.Prices);
            if (now != _stances[strategy.Id])
            {
                _stances[strategy.Id] = now;
                Signal signal = now is Stance.Long ? Signal.Buy : Signal.Sell;
                publisher.Publish(new TriggerFired(strategy.Id, domainEvent.Prices.Date, signal, domainEvent.Prices.Close));
            }
        }
    }

    public void Handle(RiskLimitBreached domainEvent)
    {
        _active.RemoveAll(strategy => strategy.Id == domainEvent.StrategyId);
        publisher.Publish(new StrategyStopped(domainEvent.StrategyId, domainEvent.Date, reason: FormattableString.Invariant(
            $"{domainEvent.Drawdown * 100m:0.0} % below its peak, the limit is {domainEvent.Limit * 100m:0.#} %")));
    }
}
