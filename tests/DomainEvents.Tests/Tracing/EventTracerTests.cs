using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Time;

namespace DomainEvents.Tests.Tracing;

public sealed class EventTracerTests
{
    private readonly ManualTime _time = new();
    private DomainEventPublisher? _publisher;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void GetTrace_shows_handlers_and_what_they_published_with_times()
    {
        using var publisher = Publisher(new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                _time.Advance(TimeSpan.FromMilliseconds(3));
                _publisher!.Publish(new OrderShipped());
            })
            .Sync<OrderPlaced>("Shop.B", _ => throw new FormatException("bad"))
            .Sync<OrderShipped>("Shop.C", _ => _time.Advance(TimeSpan.FromMilliseconds(4))));
        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();
        var started = _time.GetUtcNow();

        Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(placed));

        var trace = Assert.Single(tracer.GetTrace(placed.EventId));
        Assert.Equal(("order.placed", started, TimeSpan.FromMilliseconds(7)), (trace.EventType, trace.StartedAt, trace.Duration));
        Assert.IsType<DomainEventHandlingException>(trace.Exception);
        Assert.Equal(["Shop.A", "Shop.B"], trace.Handlers.Select(handler => handler.Name));
        Assert.IsType<FormatException>(trace.Handlers[1].Exception);
        Assert.Empty(trace.Handlers[1].Published);
        var shipped = Assert.Single(trace.Handlers[0].Published);
        Assert.Equal((placed.EventId, "Shop.A"), (shipped.CausedByEventId, shipped.CausedByHandler));
        Assert.Equal(TimeSpan.FromMilliseconds(4), Assert.Single(shipped.Handlers).Duration);
        Assert.Same(shipped.Handlers[0].Name, tracer.GetTrace(shipped.EventId)[0].Handlers[0].Name);
    }

    [Fact]
    public async Task GetTrace_follows_causes_across_awaits_and_into_the_background()
    {
        var done = new TaskCompletionSource();
        using var publisher = Publisher(new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, _) =>
            {
                await Task.Yield();
                await _publisher!.PublishAsync(new OrderShipped(), Token);
            })
            .Sync<OrderShipped>("Shop.B", _ =>
            {
                _publisher!.Publish(new OrderPaid(1));
                done.SetResult();
            }, background: true));
        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();

        await publisher.PublishAsync(placed, Token);
        await done.Task.WaitAsync(Token);

        var shipped = Assert.Single(tracer.GetTrace(placed.EventId)[0].Handlers[0].Published);
        var background = Assert.Single(shipped.Handlers);
        Assert.True(background.IsBackground);
        Assert.Equal("order.paid", Assert.Single(background.Published).EventType);
    }

    [Fact]
    public async Task GetTrace_keeps_apart_two_calls_of_one_name()
    {
        using var publisher = Publisher(new TestModule());
        using var first = publisher.Subscribe<OrderPlaced>(async _ => await _publisher!.PublishAsync(new OrderShipped(), Token));
        using var second = publisher.Subscribe<OrderPlaced>(async _ => await _publisher!.PublishAsync(new OrderPaid(1), Token));
        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();

        await publisher.PublishAsync(placed, Token);

        var handlers = tracer.GetTrace(placed.EventId)[0].Handlers;
        Assert.Equal(handlers[0].Name, handlers[1].Name);
        Assert.Equal(["order.shipped", "order.paid"], handlers.Select(handler => Assert.Single(handler.Published).EventType));
    }

    [Fact]
    public async Task Handler_that_runs_has_no_duration_yet()
    {
        var gate = new TaskCompletionSource();
        using var publisher = Publisher(new TestModule().Async<OrderPlaced>("Shop.A", async (_, _) => await gate.Task));
        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();

        var pending = publisher.PublishAsync(placed, Token);
        var running = tracer.GetTrace(placed.EventId)[0];
        gate.SetResult();
        await pending;

        Assert.Null(running.Duration);
        Assert.Null(running.Handlers[0].Duration);
        Assert.NotNull(tracer.GetTrace(placed.EventId)[0].Handlers[0].Duration);
    }

    [Fact]
    public void Event_published_twice_has_two_traces()
    {
        using var publisher = Publisher(new TestModule());
        using var tracer = EventTracer.Attach(publisher);
        var placed = new OrderPlaced();

        publisher.Publish(placed);
        publisher.Publish(placed);

        Assert.Equal(2, tracer.GetTrace(placed.EventId).Count);
        Assert.Empty(tracer.GetTrace(Guid.NewGuid()));
    }

    [Fact]
    public void Newest_publishes_are_kept_and_the_causes_of_forgotten_ones_named()
    {
        using var publisher = Publisher(new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => _publisher!.Publish(new OrderShipped()))
            .Sync<OrderShipped>("Shop.B", _ => { }));
        using var tracer = EventTracer.Attach(publisher, capacity: 3);
        OrderPlaced[] placed = [new(), new(), new()];
        OrderShipped? shipped = null;
        using var subscription = publisher.Subscribe<OrderShipped>(e => shipped = e);

        publisher.PublishBatch(placed);

        Assert.All(placed, e => Assert.Empty(tracer.GetTrace(e.EventId)));
        var trace = Assert.Single(tracer.GetTrace(shipped!.EventId));
        Assert.Equal((placed[2].EventId, "Shop.A"), (trace.CausedByEventId, trace.CausedByHandler));
        Assert.Equal((2, 0), (trace.Handlers.Count, trace.OmittedHandlers));
    }

    [Fact]
    public void Event_with_more_handlers_than_the_capacity_says_how_many_are_missing()
    {
        using var publisher = Publisher(new TestModule());
        for (var i = 0; i < 10; i++)
        {
            publisher.SubscribeAll(_ => { });
        }

        using var tracer = EventTracer.Attach(publisher, capacity: 4);
        var placed = new OrderPlaced();

        publisher.Publish(placed);

        var trace = Assert.Single(tracer.GetTrace(placed.EventId));
        Assert.Equal((3, 7), (trace.Handlers.Count, trace.OmittedHandlers));
    }

    [Fact]
    public async Task Chain_that_is_longer_than_a_stack_is_deep_can_be_read_and_printed()
    {
        using var publisher = Publisher(new TestModule());
        using var tracer = EventTracer.Attach(publisher, capacity: 40_000);
        var first = new OrderPlaced();
        var done = new TaskCompletionSource();
        var remaining = 15_000;
        using var subscription = publisher.Subscribe<OrderPlaced>(e =>
        {
            if (--remaining > 0)
            {
                _ = Task.Run(() => _publisher!.Publish(new OrderPlaced()), Token);
            }
            else
            {
                done.SetResult();
            }
        });

        publisher.Publish(first);
        await done.Task.WaitAsync(Token);

        tracer.Print(new StringWriter(), first.EventId);
        Assert.StartsWith("flowchart TD\n", tracer.ToMermaid(first.EventId), StringComparison.Ordinal);
    }

    [Fact]
    public void Disposed_tracer_hears_nothing_more_and_keeps_what_it_has()
    {
        using var publisher = Publisher(new TestModule());
        var tracer = EventTracer.Attach(publisher);
        OrderPlaced before = new(), after = new();

        publisher.Publish(before);
        tracer.Dispose();
        tracer.Dispose();
        publisher.Publish(after);

        Assert.Single(tracer.GetTrace(before.EventId));
        Assert.Empty(tracer.GetTrace(after.EventId));
    }

    [Fact]
    public void Attach_refuses_a_capacity_of_zero_and_a_disposed_publisher()
    {
        var publisher = Publisher(new TestModule());
        Assert.Throws<ArgumentOutOfRangeException>(() => EventTracer.Attach(publisher, 0));
        publisher.Dispose();

        Assert.Throws<ObjectDisposedException>(() => EventTracer.Attach(publisher));
    }

    private DomainEventPublisher Publisher(TestModule module) => _publisher = module.Publisher(options => options.TimeProvider = _time);
}
