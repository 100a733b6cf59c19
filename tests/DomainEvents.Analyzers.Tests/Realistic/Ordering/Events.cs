namespace Ordering.Domain;

/// <summary>An order was started by a user who may be no buyer yet.</summary>
[DomainEvent]
public sealed partial record OrderStarted([NotDefault] Guid OrderId, string UserId, string UserName, Address Address);

[DomainEvent]
public sealed partial class BuyerPaymentMethodVerified
{
    public int BuyerId { get; }

    public string CardAlias { get; }

    [NotDefault]
    public Guid OrderId { get; }
}

[DomainEvent("order.awaiting_validation")]
public sealed partial record OrderStatusChangedToAwaitingValidation([NotDefault] Guid OrderId, IReadOnlyDictionary<int, int> UnitsByProduct);

[DomainEvent(Durable = true)]
public sealed partial class OrderShipped
{
    [NotDefault]
    public Guid OrderId { get; }
}

[DomainEvent]
public sealed partial class OrderCancelled
{
    [NotDefault]
    public Guid OrderId { get; }

    public string? Reason { get; }
}
