using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>Scoped, as handlers are unless they say otherwise.</summary>
[DomainEventHandler(Order = 2)]
public sealed class ScopedCounter(Shelf shelf) : IDomainEventHandler<StockCounted>
{
    public void Handle(StockCounted domainEvent) => shelf.Handlers.Add(this);
}
