namespace Shop.App;

[DomainEvent(Pooled = true)]
public sealed partial class PriceChanged
{
    public partial string Symbol { get; }

    public partial decimal Price { get; }
}

/// <summary>A property of a rented event must be partial: DEVT1513.</summary>
[DomainEvent(Pooled = true)]
public sealed partial class PageRead
{
    public byte[] Content { get; }
}

public sealed class Feed(IDomainEventPublisher publisher)
{
    /// <summary>Reads what it has given back: DEVT1511.</summary>
    public decimal Tell(string symbol, decimal price)
    {
        var changed = PriceChanged.Rent(symbol, price);
        publisher.Publish(changed);
        changed.Return();
        return changed.Price;
    }

    /// <summary>Gives nothing back: DEVT1512.</summary>
    public void Push(string symbol, decimal price) => publisher.Publish(PriceChanged.Rent(symbol, price));
}

public static class Prices
{
    [DomainEventHandler]
    public static void On(PriceChanged domainEvent) => Console.WriteLine($"{domainEvent.Symbol} {domainEvent.Price}");
}
