using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>A singleton whose methods take scoped services: they come with each call.</summary>
public sealed class SingletonCounter
{
    public int Sum { get; private set; }

    [DomainEventHandler(Order = 3, Lifetime = HandlerLifetime.Singleton)]
    public void Count(StockCounted domainEvent, Shelf shelf)
    {
        Sum += domainEvent.Count;
        shelf.Handlers.Add(this);
    }
}
