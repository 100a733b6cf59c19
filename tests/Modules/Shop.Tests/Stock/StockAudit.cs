using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>Static methods with services.</summary>
internal static class StockAudit
{
    [DomainEventHandler(Order = 5)]
    internal static void On(StockCounted domainEvent, Shelf shelf, IServiceProvider services) =>
        shelf.Handlers.Add(ReferenceEquals(shelf, services.GetService(typeof(Shelf))) ? "static" : "foreign scope");

    [DomainEventHandler]
    internal static async ValueTask OnAsync(StockClosed domainEvent, CancellationToken cancellationToken, Shelf shelf)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        shelf.Handlers.Add("closed " + domainEvent.Sku);
    }
}
