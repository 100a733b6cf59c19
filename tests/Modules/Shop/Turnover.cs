using DomainEvents;
using Shop.Events;

namespace Shop;

/// <summary>A singleton that keeps a sum.</summary>
[DomainEventHandler(Lifetime = HandlerLifetime.Singleton)]
public sealed class Turnover : IDomainEventHandler<OrderPlaced>
{
    public decimal Total { get; private set; }

    public void Handle(OrderPlaced domainEvent) => Total += domainEvent.Total;
}
