using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>Created for each event.</summary>
[DomainEventHandler(Order = 4, Lifetime = HandlerLifetime.Transient)]
public sealed class TransientCounter(Shelf shelf) : IDomainEventHandler<StockCounted>
{
    public void Handle(StockCounted domainEvent) => shelf.Handlers.Add(this);
}
