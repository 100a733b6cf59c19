using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>A strategy wants to buy or to sell at the next opening price.</summary>
[DomainEvent]
public sealed partial record TriggerFired(string StrategyId, DateOnly Date, Signal Signal, decimal ClosingPrice) : IStrategyEvent;
