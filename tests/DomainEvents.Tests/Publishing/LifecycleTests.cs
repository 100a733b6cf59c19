using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class LifecycleTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public async Task Publish_of_null_throws_and_names_the_parameter()
    {
        using var publisher = new TestModule().Publisher();

        Assert.Equal("domainEvent", Assert.Throws<ArgumentNullException>(() => publisher.Publish(null!)).ParamName);
        Assert.Equal(
            "domainEvent",
            (await Assert.ThrowsAsync<ArgumentNullException>(
                async () => await publisher.PublishAsync(null!, TestContext.Current.CancellationToken))).ParamName);
    }

    [Fact]
    public async Task Disposed_publisher_refuses_everything()
    {
        var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => _calls.Add("A")).Publisher();
        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPaid(1));

        publisher.Dispose();
        publisher.Dispose();
        await publisher.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(() => publisher.Publish(new OrderPlaced()));
        Assert.Throws<ObjectDisposedException>(() => publisher.Publish(new OrderPaid(1)));
        Assert.Throws<ObjectDisposedException>(() => publisher.Subscribe<OrderPlaced>(_ => { }));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken));
        Assert.Equal(["A"], _calls);
    }

    [Fact]
    public void Disposal_during_a_publish_lets_its_handlers_run_and_ends_subscriptions()
    {
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => publisher.Dispose())
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Add("B"))
            .Publisher();
        var subscription = publisher.Subscribe<OrderPlaced>(_ => _calls.Add("subscription"));

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["B"], _calls);
        Assert.False(subscription.IsActive);
    }

    [Fact]
    public void Handlers_of_base_and_interface_receive_derived_events()
    {
        using var publisher = new TestModule()
            .Sync<OrderEvent>("Shop.A", domainEvent => _calls.Add(domainEvent.EventType))
            .Sync<ITenantEvent>("Shop.B", domainEvent => _calls.Add(domainEvent.EventType))
            .Publisher();

        publisher.Publish(new ExpressOrderPlaced());
        publisher.Publish(new OrderPaid(1));
        publisher.Publish(new OrderShipped());

        Assert.Equal(["order.express_placed", "order.express_placed", "order.paid"], _calls);
    }

    [Fact]
    public void Event_whose_own_constructor_passed_by_the_index_is_found_by_its_type()
    {
        using var publisher = new TestModule().Sync<OrderShipped>("Shop.A", _ => _calls.Add("A")).Publisher();
        var domainEvent = new OrderShipped();

        publisher.Publish(domainEvent);
        publisher.Publish(domainEvent);
        publisher.Publish(new OrderShipped());

        Assert.Equal(["A", "A", "A"], _calls);
    }

    [Fact]
    public void Unmarked_subclasses_are_dispatched_as_their_marked_base_and_their_own_handlers_run_too()
    {
        using var publisher = new TestModule()
            .Event<OrderPlaced>()
            .Event<OrderPaid>()
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Add("placed"))
            .Sync<OrderPaid>("Shop.B", _ => _calls.Add("paid"))
            .Sync<UnmarkedOrderPlaced>("Shop.C", _ => _calls.Add("unmarked placed"))
            .Sync<UnmarkedOrderPaid>("Shop.D", _ => _calls.Add("unmarked paid"))
            .Publisher();
        publisher.Subscribe<UnmarkedOrderPlaced>(_ => _calls.Add("subscription"));

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPaid(1));
        Assert.Equal(["placed", "paid"], _calls);
        _calls.Clear();
        publisher.Publish(new UnmarkedOrderPlaced());
        publisher.Publish(new UnmarkedOrderPaid(1));

        Assert.Equal(["unmarked placed", "placed", "subscription", "unmarked paid", "paid"], _calls);
    }

    /// <summary>As the guide to handlers says: the class must be marked for that.</summary>
    [Fact]
    public void Interface_that_only_an_unmarked_subclass_has_reaches_no_handler_but_the_handlers_of_all_events_run()
    {
        using var publisher = new TestModule()
            .Event<OrderPlaced>()
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Add("placed"))
            .Sync<ITenantEvent>("Shop.B", _ => _calls.Add("tenant"))
            .Sync<IDomainEvent>("Shop.C", _ => _calls.Add("all"))
            .Sync<IUrgentEvent>("Shop.D", _ => _calls.Add("urgent"))
            .Publisher();

        publisher.Publish(new UrgentOrderPlaced());

        Assert.Equal(["placed", "tenant", "all"], _calls);
    }
}
