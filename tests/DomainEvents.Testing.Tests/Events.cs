namespace DomainEvents.Testing.Tests;

/// <summary>An interface of events.</summary>
public interface IOrderEvent : IDomainEvent
{
    string OrderId { get; }
}

[DomainEvent]
public sealed partial class OrderPlaced : IOrderEvent
{
    public string OrderId { get; }
}

[DomainEvent]
public sealed partial record OrderPaid(string OrderId, decimal Amount) : IOrderEvent;

[DomainEvent]
public sealed partial class MailSent
{
    public string OrderId { get; }
}

/// <summary>An event of the user's own making, whose members throw.</summary>
public sealed class BrokenEvent : IDomainEvent
{
    public Guid EventId => throw new NotSupportedException();

    public DateTimeOffset OccurredAt => throw new NotSupportedException();

    public string EventType => throw new NotSupportedException();

    public override string ToString() => throw new NotSupportedException();
}
