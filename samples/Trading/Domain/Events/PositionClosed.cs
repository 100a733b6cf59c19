using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>The broker has sold all that a strategy held.</summary>
[DomainEvent]
public sealed partial record PositionClosed(string StrategyId, DateOnly Date, long Units, decimal Price, Money Profit) : IStrategyEvent;
