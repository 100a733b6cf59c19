namespace DomainEvents.Guides.Tests;

/// <summary>The code that the guides test.</summary>
internal sealed class Checkout(IDomainEventPublisher publisher)
{
    public void Place(string orderId, decimal total) =>
        publisher.Publish(total > 0m ? new OrderPlaced(orderId, total) : new OrderRefused(orderId, "nothing to pay"));
}
