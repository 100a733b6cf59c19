using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Observation;

/// <summary>A publish knows the handler call that made it: nested, after awaits and in the background.</summary>
public sealed class CausalityTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Nested_publish_names_the_handler_and_the_event_that_caused_it()
    {
        var observer = new RecordingObserver();
        DomainEventPublisher? publisher = null;
        publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => publisher!.Publish(new OrderShipped())).Publisher();
        using var attached = publisher.Observers.Attach(observer);
        var placed = new OrderPlaced();

        publisher.Publish(placed);
        publisher.Publish(new OrderPaid(1));

        Assert.Equal(["order.placed", "order.shipped", "order.paid"], observer.Publishes.Select(publish => publish.EventType));
        Assert.Equal(placed.EventId, observer.Publishes[1].Cause?.EventId);
        Assert.Equal("Shop.A", observer.Publishes[1].Cause?.HandlerName);
        Assert.Equal(observer.Publishes[0].Number, observer.Publishes[1].Cause?.PublishNumber);
        Assert.Null(observer.Publishes[2].Cause);
        publisher.Dispose();
    }

    [Theory]
    [InlineData(HandlerConcurrency.Sequential)]
    [InlineData(HandlerConcurrency.Concurrent)]
    public async Task Publish_after_an_await_names_its_own_handler(HandlerConcurrency concurrency)
    {
        var observer = new RecordingObserver();
        DomainEventPublisher? publisher = null;
        publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, _) =>
            {
                await Task.Yield();
                await publisher!.PublishAsync(new OrderShipped(), Token);
            })
            .Async<OrderPlaced>("Shop.B", async (_, _) =>
            {
                await Task.Yield();
                await publisher!.PublishAsync(new OrderPaid(1), Token);
            })
            .Publisher(options => options.Concurrency = concurrency);
        using var attached = publisher.Observers.Attach(observer);

        await publisher.PublishAsync(new OrderPlaced(), Token);
        await publisher.PublishAsync(new OrderShipped(), Token);

        Assert.Equal("Shop.A", observer.Publishes.First(publish => publish.EventType == "order.shipped").Cause?.HandlerName);
        Assert.Equal("Shop.B", observer.Publishes.Single(publish => publish.EventType == "order.paid").Cause?.HandlerName);
        Assert.Null(observer.Publishes[^1].Cause);
        publisher.Dispose();
    }

    [Fact]
    public async Task Publish_of_a_background_handler_names_it_and_settles_after_it()
    {
        var gate = new TaskCompletionSource();
        var observer = new RecordingObserver { AwaitedSettlements = 2 };
        DomainEventPublisher? publisher = null;
        publisher = new TestModule()
            .Async<OrderPlaced>(
                "Shop.A",
                async (_, _) =>
                {
                    await gate.Task;
                    await publisher!.PublishAsync(new OrderShipped(), Token);
                },
                background: true)
            .Publisher();
        using var attached = publisher.Observers.Attach(observer);

        publisher.Publish(new OrderPlaced());
        Assert.Contains("order.placed done", observer.Lines);
        Assert.DoesNotContain("order.placed settled", observer.Lines);
        gate.SetResult();
        await observer.Settled.WaitAsync(Token);

        Assert.Equal("Shop.A", observer.Publishes[1].Cause?.HandlerName);
        Assert.True(observer.Handlers[0].IsBackground);
        Assert.Equal("order.placed settled", observer.Lines[^1]);
        publisher.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Publish_of_an_event_that_waited_names_the_handler_that_added_it(bool isBatch)
    {
        var observer = new RecordingObserver();
        BatchPublisher? batch = null;
        BackgroundPublisher? queue = null;
        ValueTask Add(IDomainEvent domainEvent) => isBatch ? batch!.PublishAsync(domainEvent, Token) : queue!.EnqueueAsync(domainEvent, Token);
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", (_, _) => Add(new OrderShipped()))
            .Async<OrderPlaced>("Shop.B", (_, _) => Add(new OrderPaid(1)))
            .Publisher();
        using var attached = publisher.Observers.Attach(observer);
        await using (batch = new BatchPublisher(publisher, new BatchPublisherOptions { Size = 3, MaxDelay = Timeout.InfiniteTimeSpan }))
        await using (queue = new BackgroundPublisher(publisher))
        {
            await publisher.PublishAsync(new OrderPlaced(), Token);
            await Add(new OrderPaid(2));
        }

        Assert.Equal(["order.placed", "order.shipped", "order.paid", "order.paid"], observer.Publishes.Select(static publish => publish.EventType));
        Assert.Equal([null, "Shop.A", "Shop.B", null], observer.Publishes.Select(static publish => publish.Cause?.HandlerName));
    }

    [Fact]
    public async Task Background_handler_that_throws_settles_too()
    {
        var observer = new RecordingObserver();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException(), background: true)
            .Publisher(options => options.OnUnhandledError = _ => { });
        using var attached = publisher.Observers.Attach(observer);

        publisher.Publish(new OrderPlaced());
        await observer.Settled.WaitAsync(Token);

        Assert.Contains("  Shop.A failed: FormatException", observer.Lines);
    }
}
