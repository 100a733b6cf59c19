using DomainEvents;
using Shop.Events;

namespace Shop.Shipping;

/// <summary>Handles the base type of all order events.</summary>
internal sealed class OrderWatch(IActivityLog log) : IDomainEventHandler<OrderEvent>
{
    public void Handle(OrderEvent domainEvent) => log.Write("Shipping.OrderWatch");
}
