namespace Shop.App;

public static class Routes
{
    /// <summary>The name of an event as a literal: DEVT1104.</summary>
    public static bool Matches(IDomainEvent domainEvent) => domainEvent.EventType == "order.returned";

    /// <summary>Counts as asynchronous, because it only throws: DEVT1313.</summary>
    public static EventSubscription Refuse(IDomainEventSubscriber subscriber) =>
        subscriber.Subscribe<OrderReturned>(domainEvent => throw new InvalidOperationException(domainEvent.OrderId));
}
