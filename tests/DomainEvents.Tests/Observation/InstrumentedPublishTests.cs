using DomainEvents.CompilerServices;
using DomainEvents.Observation;
using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Time;

namespace DomainEvents.Tests.Observation;

/// <summary>What observers are told of publishes to declared handlers and subscriptions.</summary>
public sealed class InstrumentedPublishTests
{
    private readonly RecordingObserver _observer = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Publish_tells_of_each_handler_in_order()
    {
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => { }).Sync<OrderPlaced>("Shop.B", _ => { }).Publisher();
        using var attached = publisher.Observers.Attach(_observer);
        using var subscription = publisher.Subscribe<OrderPlaced>(_ => { });
        using var all = publisher.SubscribeAll(_ => { });

        publisher.Publish(new OrderPlaced());

        Assert.Equal(
            [
                "order.placed begins",
                "  Shop.A begins", "  Shop.A done",
                "  Shop.B begins", "  Shop.B done",
                $"  subscription to {typeof(OrderPlaced)} begins", $"  subscription to {typeof(OrderPlaced)} done",
                $"  subscription to {typeof(IDomainEvent)} begins", $"  subscription to {typeof(IDomainEvent)} done",
                "order.placed done",
                "order.placed settled",
            ],
            _observer.Lines);
    }

    [Fact]
    public async Task PublishAsync_tells_synchronous_and_asynchronous_calls_apart()
    {
        var gate = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => { })
            .Async<OrderPlaced>("Shop.B", async (_, _) => await gate.Task)
            .Publisher();
        using var attached = publisher.Observers.Attach(_observer);
        using var subscription = publisher.Subscribe<OrderPlaced>((_, _) => default);

        var pending = publisher.PublishAsync(new OrderPlaced(), Token);
        Assert.Equal(["order.placed begins", "  Shop.A begins", "  Shop.A done", "  Shop.B begins async"], _observer.Lines);
        gate.SetResult();
        await pending;

        Assert.Equal(
            [
                "  Shop.B done",
                $"  subscription to {typeof(OrderPlaced)} begins async", $"  subscription to {typeof(OrderPlaced)} done",
                "order.placed done",
                "order.placed settled",
            ],
            _observer.Lines[4..]);
    }

    [Fact]
    public async Task Concurrent_handlers_are_observed_while_they_overlap()
    {
        var gate = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, _) => await gate.Task)
            .Async<OrderPlaced>("Shop.B", async (_, _) => await gate.Task)
            .Publisher(options => options.Concurrency = HandlerConcurrency.Concurrent);
        using var attached = publisher.Observers.Attach(_observer);

        var pending = publisher.PublishAsync(new OrderPlaced(), Token);
        Assert.Equal(["order.placed begins", "  Shop.A begins async", "  Shop.B begins async"], _observer.Lines);
        gate.SetResult();
        await pending;

        Assert.Equal(["order.placed done", "order.placed settled"], _observer.Lines[^2..]);
    }

    [Fact]
    public async Task Failures_are_told_with_their_handlers_and_the_others_run()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException())
            .Async<OrderPlaced>("Shop.B", async (_, _) =>
            {
                await Task.Yield();
                throw new TimeoutException();
            })
            .Sync<OrderPlaced>("Shop.C", _ => { })
            .Publisher();
        using var attached = publisher.Observers.Attach(_observer);

        var thrown = await Assert.ThrowsAsync<DomainEventHandlingException>(async () => await publisher.PublishAsync(new OrderPlaced(), Token));

        Assert.Equal(["Shop.A", "Shop.B"], thrown.FailedHandlers);
        Assert.Contains("  Shop.A failed: FormatException", _observer.Lines);
        Assert.Contains("  Shop.B failed: TimeoutException", _observer.Lines);
        Assert.Contains("  Shop.C done", _observer.Lines);
        Assert.Equal("order.placed failed: DomainEventHandlingException", _observer.Lines[^2]);
        Assert.Same(thrown, _observer.Publishes[0].Exception);
        Assert.Same(thrown.InnerExceptions[1], _observer.Handlers[1].Exception);
    }

    [Fact]
    public void Failure_that_is_only_logged_is_told_all_the_same()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException(), onError: HandlerErrorPolicy.LogAndContinue)
            .Publisher(options => options.OnUnhandledError = _ => { });
        using var attached = publisher.Observers.Attach(_observer);

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["  Shop.A failed: FormatException", "order.placed done"], _observer.Lines[2..4]);
    }

    [Fact]
    public void Durations_are_those_of_the_publishers_clock()
    {
        var time = new ManualTime();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                time.Advance(TimeSpan.FromMilliseconds(30));
                time.JumpTo(DateTimeOffset.UnixEpoch);
            })
            .Sync<OrderPlaced>("Shop.B", _ => time.Advance(TimeSpan.FromMilliseconds(12)))
            .Publisher(options => options.TimeProvider = time);
        using var attached = publisher.Observers.Attach(_observer);

        publisher.Publish(new OrderPlaced());

        Assert.Equal([30, 12], _observer.Handlers.Select(handler => handler.Duration.TotalMilliseconds));
        Assert.Equal(42, _observer.Publishes[0].Duration.TotalMilliseconds);
    }

    [Fact]
    public void Steps_that_do_not_concern_the_event_are_not_told()
    {
        var calls = new List<string>();
        using var publisher = new TestModule()
            .Event<OrderPlaced>()
            .Sync<UnmarkedOrderPlaced>("Shop.Sub", _ => calls.Add("sub"))
            .Sync<OrderPlaced>("Shop.A", _ => calls.Add("base"))
            .Publisher();
        using var attached = publisher.Observers.Attach(_observer);
        using var other = publisher.Subscribe<UnmarkedOrderPlaced>(_ => calls.Add("sub lambda"));
        using var ended = publisher.Subscribe<OrderPlaced>(_ => calls.Add("ended"));
        ended.Dispose();

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["base"], calls);
        Assert.Equal(["Shop.A"], _observer.Handlers.Select(handler => handler.Name));
    }

    [Fact]
    public void Refused_publish_is_not_told()
    {
        using var publisher = new TestModule().Async<OrderPlaced>("Shop.A", (_, _) => default).Publisher();
        using var attached = publisher.Observers.Attach(_observer);

        Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Empty(_observer.Lines);
    }

    [Fact]
    public void Handler_that_disposes_the_next_subscription_keeps_it_from_being_called()
    {
        using var publisher = new TestModule().Publisher();
        using var attached = publisher.Observers.Attach(_observer);
        EventSubscription? second = null;
        using var first = publisher.Subscribe<OrderPlaced>(_ => second!.Dispose());
        second = publisher.Subscribe<OrderPlaced>(_ => Assert.Fail("disposed"));

        publisher.Publish(new OrderPlaced());

        Assert.Single(_observer.Handlers);
    }

    [Fact]
    public void Subscription_on_a_context_settles_when_it_has_run_there()
    {
        var context = new QueueContext();
        using var publisher = new TestModule().Publisher();
        using var attached = publisher.Observers.Attach(_observer);
        using var subscription = publisher.SubscribeOn<OrderPlaced>(context, _ => publisher.Publish(new OrderShipped()));

        publisher.Publish(new OrderPlaced());
        Assert.Equal(["order.placed begins", "order.placed done"], _observer.Lines);
        context.RunAll();

        var name = $"subscription to {typeof(OrderPlaced)}";
        Assert.Equal(
            [
                $"  {name} begins in background",
                $"order.shipped begins in {name}", "order.shipped done", "order.shipped settled",
                $"  {name} done",
                "order.placed settled",
            ],
            _observer.Lines[2..]);
    }

    [Fact]
    public void Subscription_on_a_context_that_ends_before_it_is_reached_settles_without_a_call()
    {
        var context = new QueueContext();
        using var publisher = new TestModule().Publisher();
        using var attached = publisher.Observers.Attach(_observer);
        var subscription = publisher.SubscribeOn<OrderPlaced>(context, _ => Assert.Fail("ended"));

        publisher.Publish(new OrderPlaced());
        subscription.Dispose();
        context.RunAll();

        Assert.Equal(["order.placed begins", "order.placed done", "order.placed settled"], _observer.Lines);
    }

    [Fact]
    public void Written_pipeline_is_observed_handler_by_handler()
    {
        var module = new TestModule().Sync<OrderPlaced>("Shop.A", _ => { }).Sync<OrderPlaced>("Shop.B", _ => { });
        var table = new HandlerTable([module], () => [new PipelineDescriptor(typeof(OrderPlaced), [0, 0, 0, 1], handlers => new WrittenPipeline(handlers))]);
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = table });
        Assert.Throws<NotSupportedException>(() => publisher.Publish(new OrderPlaced()));

        using (publisher.Observers.Attach(_observer))
        {
            publisher.Publish(new OrderPlaced());
        }

        Assert.Equal(["Shop.A", "Shop.B"], _observer.Handlers.Select(handler => handler.Name));
        Assert.Throws<NotSupportedException>(() => publisher.Publish(new OrderPlaced()));
    }

    [Fact]
    public async Task Phases_of_a_unit_of_work_are_observed_one_by_one()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.In", _ => throw new FormatException(), phase: HandlerPhase.InTransaction)
            .Sync<OrderPlaced>("Shop.Never", _ => { }, order: 1, phase: HandlerPhase.InTransaction)
            .Sync<OrderPlaced>("Shop.After", _ => { })
            .Publisher();
        using var attached = publisher.Observers.Attach(_observer);
        using var subscription = publisher.Subscribe<OrderPlaced>(_ => { });
        using var other = publisher.Subscribe<OrderShipped>(_ => { });

        Assert.Throws<DomainEventHandlingException>(() => publisher.PublishInTransaction(new OrderPlaced(), null));
        publisher.PublishAfterCommit([new OrderPlaced()], null);
        await publisher.PublishInTransactionAsync(new OrderShipped(), null, Token);

        Assert.Equal(["Shop.In", "Shop.After", $"subscription to {typeof(OrderPlaced)}"], _observer.Handlers.Select(handler => handler.Name));
        Assert.Equal([HandlerPhase.InTransaction, HandlerPhase.AfterCommit], _observer.Publishes.Select(publish => publish.Phase));
    }

    /// <summary>Keeps what is posted until it is told to run it.</summary>
    private sealed class QueueContext : SynchronizationContext
    {
        private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();

        public override void Post(SendOrPostCallback d, object? state) => _queue.Enqueue((d, state));

        public void RunAll()
        {
            while (_queue.TryDequeue(out var item))
            {
                item.Callback(item.State);
            }
        }
    }

    /// <summary>Shows by throwing that it is the one that runs.</summary>
    private sealed class WrittenPipeline(BoundHandlers handlers) : GeneratedPipeline(handlers)
    {
        public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services) => throw new NotSupportedException();

        public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
