using DomainEvents;

namespace NativeAot;

/// <summary>What a request has seen: a scoped service.</summary>
public sealed class Basket
{
    public int Orders { get; set; }
}

public sealed class Stock : IDomainEventHandler<OrderPlaced>
{
    public void Handle(OrderPlaced domainEvent) => Console.WriteLine($"stock: reserved for {domainEvent.OrderId}");
}

public sealed class Counter(Basket basket) : IDomainEventHandler<OrderPlaced>
{
    public void Handle(OrderPlaced domainEvent) => Console.WriteLine($"counter: order {++basket.Orders} of this scope");
}

public sealed class Mail : IAsyncDomainEventHandler<OrderPaid>
{
    public async ValueTask HandleAsync(OrderPaid domainEvent, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Console.WriteLine($"mail: {domainEvent.OrderId} paid by {domainEvent.Method}");
    }
}

public static class Audit
{
    [DomainEventHandler(Order = 10)]
    public static void On(IOrderEvent domainEvent) => Console.WriteLine($"audit: {domainEvent.EventType} v{domainEvent.EventVersion} of {domainEvent.OrderId}");

    [DomainEventHandler]
    public static void Refuse(OrderShipped domainEvent) => throw new InvalidOperationException("the truck is full");
}
