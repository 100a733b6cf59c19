using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>A strategy trades no more.</summary>
[DomainEvent]
public sealed partial class StrategyStopped : IStrategyEvent
{
    public string StrategyId { get; }

    public DateOnly Date { get; }

    public string Reason { get; }
}
