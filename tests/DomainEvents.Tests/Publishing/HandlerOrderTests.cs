using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class HandlerOrderTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void Order_is_global_over_exact_base_and_interface_handlers()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.Exact", Note<OrderPlaced>("exact 10"), order: 10)
            .Sync<OrderEvent>("Shop.Base", Note<OrderEvent>("base 5"), order: 5)
            .Sync<ITenantEvent>("Shop.Interface", Note<ITenantEvent>("interface -5"), order: -5)
            .Publisher();

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["interface -5", "base 5", "exact 10"], _calls);
    }

    [Fact]
    public void Order_of_ties_is_exact_then_bases_from_the_nearest_up_then_interfaces()
    {
        using var publisher = new TestModule()
            .Sync<IDomainEvent>("Shop.A", Note<IDomainEvent>("all"))
            .Sync<ITenantEvent>("Shop.B", Note<ITenantEvent>("interface"))
            .Sync<DomainEvent>("Shop.C", Note<DomainEvent>("root"))
            .Sync<OrderEvent>("Shop.D", Note<OrderEvent>("far base"))
            .Sync<OrderPlaced>("Shop.E", Note<OrderPlaced>("near base"))
            .Sync<ExpressOrderPlaced>("Shop.F", Note<ExpressOrderPlaced>("exact"))
            .Publisher();

        publisher.Publish(new ExpressOrderPlaced());

        Assert.Equal(["exact", "near base", "far base", "root", "all", "interface"], _calls);
    }

    [Fact]
    public void Order_of_further_ties_is_assembly_then_name_ordinal_whatever_the_order_of_registration()
    {
        var modules = new[]
        {
            new TestModule("shop").Sync<OrderPaid>("A", Note<OrderPaid>("shop A")),
            new TestModule("Shop").Sync<OrderPaid>("b", Note<OrderPaid>("Shop b")).Sync<OrderPaid>("B", Note<OrderPaid>("Shop B")),
            new TestModule("Billing").Sync<OrderPaid>("Z", Note<OrderPaid>("Billing Z")),
        };

        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0]])
        {
            _calls.Clear();
            using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions
            {
                Handlers = new HandlerTable([.. order.Select(i => modules[i])], () => []),
            });
            publisher.Publish(new OrderPaid(1));
            Assert.Equal(["Billing Z", "Shop B", "Shop b", "shop A"], _calls);
        }
    }

    [Fact]
    public void Handler_of_an_event_and_its_base_runs_once_for_each()
    {
        using var publisher = new TestModule()
            .Sync<OrderEvent>("Shop.Both", Note<OrderEvent>("base"))
            .Sync<OrderPlaced>("Shop.Both", Note<OrderPlaced>("exact"))
            .Publisher();

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["exact", "base"], _calls);
    }

    [Fact]
    public void Subscriptions_run_after_handlers_in_subscription_order_and_those_to_all_events_last()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.Handler", Note<OrderPlaced>("handler"), order: int.MaxValue)
            .Publisher();
        publisher.SubscribeAll(Note<IDomainEvent>("all"));
        publisher.Subscribe(Note<ITenantEvent>("interface"));
        publisher.Subscribe(Note<OrderPlaced>("exact 1"));
        publisher.Subscribe(Note<OrderEvent>("base"));
        publisher.Publish(new OrderPlaced());
        publisher.Subscribe(Note<OrderPlaced>("exact 2"));
        _calls.Clear();

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["handler", "interface", "exact 1", "base", "exact 2", "all"], _calls);
    }

    private Action<TEvent> Note<TEvent>(string call) => _ => _calls.Add(call);
}
