using DomainEvents;

namespace OrdersPipeline.Contracts;

/// <summary>An order was placed. Durable: it is written with the order, and sent when that is committed.</summary>
[DomainEvent(Durable = true)]
public sealed partial record OrderPlaced(string OrderId, string Article, int Quantity);
