using DomainEvents;
using Trading.Domain;
using Trading.Domain.Events;

namespace Trading.Handlers;

/// <summary>Watches how far each strategy has fallen below its own peak.</summary>
public sealed class RiskLimits(IDomainEventPublisher publisher, TradingRules rules) :
    IDomainEventHandler<StrategyCreated>,
    IDomainEventHandler<AccountValued>,
    IDomainEventHandler<StrategyStopped>
{
    private readonly Dictionary<string, Money> _peaks = [];

    public void Handle(StrategyCreated domainEvent) => _peaks.Add(domainEvent.StrategyId, domainEvent.Budget);

    public void Handle(AccountValued domainEvent)
    {
        if (!_peaks.TryGetValue(domainEvent.StrategyId, out Money peak))
        {
            return;
        }

        if (domainEvent.Equity > peak)
        {
            _peaks[domainEvent.StrategyId] = domainEvent.Equity;
            return;
        }

        decimal drawdown = 1m - domainEvent.Equity.Amount / peak.Amount;
        if (drawdown > rules.MaxDrawdown)
        {
            publisher.Publish(new RiskLimitBreached(domainEvent.StrategyId, domainEvent.Date, drawdown, rules.MaxDrawdown));
        }
    }

    public void Handle(StrategyStopped domainEvent) => _peaks.Remove(domainEvent.StrategyId);
}
