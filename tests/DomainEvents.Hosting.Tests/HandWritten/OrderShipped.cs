namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>A second event, for handlers that publish.</summary>
public sealed class OrderShipped : DomainEvent
{
    public override string EventType => "order.shipped";
}
