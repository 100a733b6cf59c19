using DomainEvents;
using Trading.Domain;
using Trading.Domain.Events;

namespace Trading.Handlers;

/// <summary>
/// Keeps an account for each strategy and fills its orders at the next opening price. Handlers are scoped unless they say otherwise,
/// and each backtest has a scope: what a broker remembers belongs to one backtest.
/// </summary>
public sealed class Broker(IDomainEventPublisher publisher, TradingRules rules) :
    IDomainEventHandler<StrategyCreated>,
    IDomainEventHandler<TriggerFired>,
    IDomainEventHandler<StrategyStopped>,
    IDomainEventHandler<MarketOpened>,
    IDomainEventHandler<MarketClosed>
{
    private readonly OrderedDictionary<string, Account> _accounts = [];

    public IReadOnlyList<Account> Accounts => _accounts.Values;

    public void Handle(StrategyCreated domainEvent) =>
        _accounts.Add(
            domainEvent.StrategyId,
            new Account(domainEvent.StrategyId, domainEvent.StrategyName, domainEvent.Budget, rules.FeeRate));

    public void Handle(TriggerFired domainEvent) => _accounts[domainEvent.StrategyId].Place(domainEvent.Signal);

    public void Handle(StrategyStopped domainEvent) => _accounts[domainEvent.StrategyId].Stop();

    public void Handle(MarketOpened domainEvent)
    {
        (DateOnly date, decimal price) = (domainEvent.Date, domainEvent.Price);
        foreach (Account account in Accounts)
        {
            if (account.PendingOrder is Signal.Buy && account.Buy(date, price) is { } position)
            {
                publisher.Publish(new PositionOpened(account.StrategyId, date, position.Units, price, position.EntryFee));
            }
            else if (account.PendingOrder is Signal.Sell && account.Sell(date, price) is { } trade)
            {
                publisher.Publish(new PositionClosed(account.StrategyId, date, trade.Position.Units, price, trade.Profit));
            }
        }
    }

    public void Handle(MarketClosed domainEvent)
    {
        (DateOnly date, decimal price) = (domainEvent.Prices.Date, domainEvent.Prices.Close);
        foreach (Account account in Accounts)
        {
            account.MarkTo(price);
        }

        // One whose valuation fails keeps no other from being valued.
        publisher.PublishBatch([.. Accounts.Select(account => new AccountValued(account.StrategyId, date, account.Equity))]);
    }
}
