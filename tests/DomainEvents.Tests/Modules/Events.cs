using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.Modules;

/// <summary>An interface of events.</summary>
internal interface ITenantEvent : IDomainEvent;

/// <summary>An abstract base event.</summary>
internal abstract class OrderEvent : DomainEvent
{
    protected OrderEvent(int eventTypeIndex)
        : base(eventTypeIndex)
    {
    }
}

/// <summary>An event with the generated base, in the shape the generator gives it.</summary>
internal class OrderPlaced : OrderEvent, ITenantEvent
{
    private static readonly int s_index = EventTypeIndex.Register(typeof(OrderPlaced));

    public OrderPlaced(int number = 0)
        : base(s_index) => Number = number;

    public int Number { get; }

    public override string EventType => "order.placed";
}

/// <summary>A marked event that derives from a marked event.</summary>
internal sealed class ExpressOrderPlaced : OrderPlaced
{
    private static readonly int s_index = EventTypeIndex.Register(typeof(ExpressOrderPlaced));

    public ExpressOrderPlaced() => SetEventTypeIndex(s_index);

    public override string EventType => "order.express_placed";
}

/// <summary>A subclass that is not marked: it is dispatched as its base.</summary>
internal sealed class UnmarkedOrderPlaced : OrderPlaced;

/// <summary>An interface that no marked event implements.</summary>
internal interface IUrgentEvent : IDomainEvent;

/// <summary>A subclass that is not marked and has an interface of its own.</summary>
internal sealed class UrgentOrderPlaced : OrderPlaced, IUrgentEvent;

/// <summary>An event whose own constructor passes by the generated one.</summary>
internal sealed class OrderShipped : DomainEvent
{
    public override string EventType => "order.shipped";
}

/// <summary>A record event: no base, no index.</summary>
internal record OrderPaid(decimal Amount) : ITenantEvent
{
    public Guid EventId { get; init; } = Guid.NewGuid();

    public DateTimeOffset OccurredAt { get; init; } = DateTimeOffset.UnixEpoch;

    public string EventType => "order.paid";
}

/// <summary>A record that derives from a marked one and is not marked itself.</summary>
internal sealed record UnmarkedOrderPaid(decimal Amount) : OrderPaid(Amount);
