using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>What a strategy is worth at the closing price.</summary>
[DomainEvent]
public sealed partial record AccountValued(string StrategyId, DateOnly Date, Money Equity);
