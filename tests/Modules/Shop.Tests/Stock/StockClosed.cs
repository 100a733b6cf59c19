using DomainEvents;

namespace Shop.Tests.Stock;

/// <summary>An event with an asynchronous handler.</summary>
[DomainEvent]
public sealed partial class StockClosed
{
    public string Sku { get; }
}
