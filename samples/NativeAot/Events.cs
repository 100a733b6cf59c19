using DomainEvents;

namespace NativeAot;

/// <summary>Handlers of it see every event about an order.</summary>
public interface IOrderEvent : IDomainEvent
{
    string OrderId { get; }
}

[DomainEvent]
public partial class OrderPlaced : IOrderEvent
{
    public string OrderId { get; }

    public decimal Total { get; }
}

[DomainEvent(Version = 2)]
public sealed partial record OrderPaid(string OrderId, string Method) : IOrderEvent;

[DomainEvent]
public sealed partial record OrderShipped(string OrderId) : IOrderEvent;
