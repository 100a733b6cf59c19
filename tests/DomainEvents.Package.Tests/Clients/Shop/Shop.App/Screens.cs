namespace Shop.App;

/// <summary>Drops its subscription: DEVT1501.</summary>
public sealed class LastOrder
{
    private string _last = "";

    public LastOrder(IDomainEventSubscriber subscriber) => subscriber.Subscribe<OrderPaid>(paid => _last = paid.OrderId);

    public override string ToString() => _last;
}

public static class Clock
{
    public static event Action<TimeSpan>? Ticked;

    public static void Tick(TimeSpan time) => Ticked?.Invoke(time);
}

/// <summary>Is held by the clock for ever: DEVT1502.</summary>
public sealed class ClockFace
{
    private TimeSpan _time;

    public ClockFace() => Clock.Ticked += Show;

    public override string ToString() => $"{_time}";

    private void Show(TimeSpan time) => _time = time;
}

/// <summary>Its weak subscription holds it: DEVT1503.</summary>
public sealed class LastReturn
{
    private string _last = "";

    public LastReturn(IDomainEventSubscriber subscriber) =>
        subscriber.SubscribeWeak<LastReturn, OrderReturned>(this, (_, returned) => _last = returned.OrderId);

    public override string ToString() => _last;
}

/// <summary>Keeps its subscription and never ends it: DEVT1504.</summary>
public sealed class LastPayment
{
    private readonly EventSubscription _subscription;
    private string _last = "";

    public LastPayment(IDomainEventSubscriber subscriber) => _subscription = subscriber.Subscribe<OrderPaid>(paid => _last = paid.OrderId);

    public override string ToString() => _last + _subscription.IsActive;
}
