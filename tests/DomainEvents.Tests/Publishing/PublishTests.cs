using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class PublishTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void Publish_of_an_event_with_handlers_runs_them_in_order()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Add("B"))
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Add("A"))
            .Sync<OrderPlaced>("Shop.First", _ => _calls.Add("First"), order: -1)
            .Publisher();

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["First", "A", "B"], _calls);
    }

    [Fact]
    public async Task PublishAsync_runs_synchronous_and_asynchronous_handlers_in_order()
    {
        await using var publisher = new TestModule()
            .Async<OrderPaid>("Shop.A", async (_, _) =>
            {
                await Task.Yield();
                _calls.Add("A");
            })
            .Sync<OrderPaid>("Shop.B", _ => _calls.Add("B"))
            .Publisher();

        await publisher.PublishAsync(new OrderPaid(1), TestContext.Current.CancellationToken);

        Assert.Equal(["A", "B"], _calls);
    }

    [Fact]
    public void Publish_of_an_event_without_handlers_does_nothing()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPaid(1));
        publisher.Publish(new OrderShipped());

        Assert.Empty(_calls);
    }
}
