using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>A handler with both interfaces for one event: the method that publishes picks.</summary>
[DomainEventHandler(Order = 1)]
public sealed class StockReport(Shelf shelf) : IDomainEventHandler<StockCounted>, IAsyncDomainEventHandler<StockCounted>
{
    public void Handle(StockCounted domainEvent) => shelf.Handlers.Add("sync");

    public async ValueTask HandleAsync(StockCounted domainEvent, CancellationToken cancellationToken)
    {
        await Task.Yield();
        shelf.Handlers.Add("async");
    }
}
