using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>A strategy starts trading with a budget of its own.</summary>
[DomainEvent]
public sealed partial class StrategyCreated : IStrategyEvent
{
    public string StrategyId { get; }

    public string StrategyName { get; }

    public DateOnly Date { get; }

    public Money Budget { get; }
}
