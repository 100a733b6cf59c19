namespace Shop.App;

/// <summary>Nobody handles it: DEVT1301.</summary>
[DomainEvent]
public sealed partial record CheckoutOpened(string OrderId);

public sealed class Checkout(IDomainEventPublisher publisher)
{
    public async Task PlaceAsync(string orderId, CancellationToken cancellationToken)
    {
        // The result is dropped: DEVT1401.
        publisher.PublishAsync(new OrderPlaced(orderId, 10m), cancellationToken);
        await publisher.PublishAsync(new OrderPaid(orderId, 10m), cancellationToken);
    }

    /// <summary>Throws, because a handler is asynchronous: DEVT1408.</summary>
    public async Task ShipAsync(string orderId, CancellationToken cancellationToken)
    {
        await Task.Yield();
        publisher.Publish(new OrderShipped(orderId));
    }

    /// <summary>One by one: DEVT1405.</summary>
    public void Return(IReadOnlyList<string> orderIds)
    {
        foreach (var orderId in orderIds)
        {
            publisher.Publish(new OrderReturned(orderId));
        }
    }

    public void Open(string orderId) => publisher.Publish(new CheckoutOpened(orderId));
}
