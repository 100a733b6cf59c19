namespace Shop.App;

public static class Routes
{
    /// <summary>The name of an event as a literal: DEVT1104.</summary>
    public static bool Matches(IDomainEvent domainEvent) => domainEvent.EventType == "order.returned";

    /// <summary>There is no such event: DEVT1105.</summary>
    public static bool IsShipped(IDomainEvent domainEvent) => domainEvent.EventType == "order.shiped";

    /// <summary>Counts as asynchronous, because it only throws: DEVT1313.</summary>
    public static EventSubscription Refuse(IDomainEventSubscriber subscriber) =>
        subscriber.Subscribe<OrderReturned>(domainEvent => throw new InvalidOperationException(domainEvent.OrderId));
}
