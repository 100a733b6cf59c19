using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>A strategy has lost more of its peak value than the rules allow.</summary>
[DomainEvent("risk.limit_breached")]
public sealed partial class RiskLimitBreached : IStrategyEvent
{
    public string StrategyId { get; }

    public DateOnly Date { get; }

    public decimal Drawdown { get; }

    public decimal Limit { get; }
}
