using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>An event of the test project itself, which is a composition root.</summary>
[DomainEvent]
public sealed partial record StockCounted(string Sku, int Count);
