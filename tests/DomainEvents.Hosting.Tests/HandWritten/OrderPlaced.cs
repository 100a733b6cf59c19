namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>An event written out, so that what the container does is tested without the generator.</summary>
public sealed class OrderPlaced : DomainEvent
{
    public override string EventType => "order.placed";
}
