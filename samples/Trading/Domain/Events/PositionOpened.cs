using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>The broker has bought for a strategy.</summary>
[DomainEvent]
public sealed partial record PositionOpened(string StrategyId, DateOnly Date, long Units, decimal Price, Money Fee) : IStrategyEvent;
