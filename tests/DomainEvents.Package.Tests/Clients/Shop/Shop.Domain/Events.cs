namespace Shop.Domain;

[DomainEvent]
public partial class OrderPlaced
{
    public string OrderId { get; }

    public decimal Total { get; }
}

/// <summary>An object initialiser passes the guard by: DEVT1206.</summary>
[DomainEvent]
public partial class OrderShipped
{
    public string OrderId { get; init; }
}

/// <summary>The generator would write this constructor: DEVT1004.</summary>
[DomainEvent]
public partial class OrderReturned
{
    public OrderReturned(string orderId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
        OrderId = orderId;
    }

    public string OrderId { get; }
}

/// <summary>Is published as its base: DEVT1010.</summary>
public class RushOrderPlaced : OrderPlaced
{
    public RushOrderPlaced()
        : base("O-0", 0m)
    {
    }
}
