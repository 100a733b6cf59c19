using DomainEvents;

namespace Shop.Events;

/// <summary>A customer has ordered.</summary>
[DomainEvent]
public sealed partial class OrderPlaced : OrderEvent, IConcernsCustomer
{
    public string CustomerId { get; }

    public decimal Total { get; }
}
