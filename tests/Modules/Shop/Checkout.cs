using DomainEvents;
using Shop.Events;

namespace Shop;

/// <summary>Publishes what the shop's customers do.</summary>
public sealed class Checkout(IDomainEventPublisher publisher)
{
    public ValueTask PlaceAsync(string orderId, decimal total, CancellationToken cancellationToken) =>
        publisher.PublishAsync(new OrderPlaced(orderId, "C-1", total), cancellationToken);
}
