using DomainEvents;
using Trading.Domain.Events;

namespace Trading.Handlers;

/// <summary>Tells the user at once when a strategy is stopped. Without state of its own, a handler can be a static method.</summary>
public static class StopNotice
{
    [DomainEventHandler(Order = 100)]
    public static void Print(StrategyStopped domainEvent, TextWriter output) =>
        output.WriteLine($"{domainEvent.Date:O}  {domainEvent.StrategyId} stopped: {domainEvent.Reason}");
}
