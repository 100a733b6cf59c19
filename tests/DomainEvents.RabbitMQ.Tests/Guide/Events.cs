using DomainEvents;

namespace Shop;

[DomainEvent(Durable = true)]
public sealed partial record OrderPlaced(string OrderId, decimal Total);
