using DomainEvents;

namespace Shop.Events;

/// <summary>An order was taken back.</summary>
[DomainEvent]
public sealed partial class OrderCancelled : OrderEvent
{
    public string? Reason { get; }
}
