using DomainEvents;

namespace Shop.Events;

/// <summary>What all events of an order have.</summary>
[DomainEvent]
public abstract partial class OrderEvent
{
    public string OrderId { get; }
}
