namespace DomainEvents.Testing.Tests;

public sealed class WaitingTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly List<Exception> _unhandled = [];
    private readonly DomainEventPublisher _publisher;
    private readonly EventSpy _spy;

    public WaitingTests()
    {
        _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty, OnUnhandledError = _unhandled.Add });
        _spy = EventSpy.Attach(_publisher, _time);
    }

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public async Task WaitForAsync_counts_what_there_is_and_what_comes_from_other_threads()
    {
        _publisher.Publish(new OrderPaid("O-1", 1m));
        var waiting = _spy.WaitForAsync<IOrderEvent>(3, Timeout.InfiniteTimeSpan);
        Assert.False(waiting.IsCompleted);

        await Task.Run(() => _publisher.PublishBatch([new OrderPlaced("O-1"), new MailSent("O-1"), new OrderPaid("O-1", 2m), new OrderPaid("O-1", 3m)]), TestContext.Current.CancellationToken);
        var events = await waiting;

        Assert.Equal(["order.paid", "order.placed", "order.paid"], events.Select(e => e.EventType));
        Assert.True(_spy.WaitForAsync<MailSent>().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WaitForAsync_continues_on_another_thread_than_the_one_that_publishes()
    {
        var waiting = _spy.WaitForAsync<OrderPlaced>(1, Timeout.InfiniteTimeSpan);
        using var published = new ManualResetEventSlim();
        var continuation = waiting.ContinueWith(_ => published.Wait(), TaskContinuationOptions.ExecuteSynchronously);

        // Would never return if the continuation ran inside.
        await Task.Run(() => _publisher.Publish(new OrderPlaced("O-1")), TestContext.Current.CancellationToken);
        published.Set();

        await continuation;
    }

    [Fact]
    public async Task WaitForAsync_that_waits_in_vain_lists_what_came()
    {
        _publisher.Publish(new OrderPaid("O-1", 10m));
        var waiting = _spy.WaitForAsync<OrderPaid>(2, TimeSpan.FromSeconds(3));

        _time.Expire();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Equal(
            "Waited 00:00:03 for 2 events of DomainEvents.Testing.Tests.OrderPaid; 1 came.\n" +
            "Received 1 event:\n" +
            "  1. order.paid  OrderPaid { OrderId = O-1, Amount = 10 }",
            AssertionTests.DataOnly(error.Message));
    }

    [Fact]
    public async Task WaitForHandlersAsync_waits_for_every_handler_also_one_that_fails()
    {
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        _publisher.Subscribe<OrderPlaced>(_ => first.Task);
        _publisher.Subscribe<OrderPlaced>(_ => second.Task);
        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);
        var publishing = _publisher.PublishAsync(new OrderPlaced("O-1"), TestContext.Current.CancellationToken);

        first.SetException(new FormatException());
        Assert.False(waiting.IsCompleted);
        second.SetResult();

        await waiting;
        await Assert.ThrowsAsync<DomainEventHandlingException>(async () => await publishing);
    }

    [Fact]
    public async Task WaitForHandlersAsync_waits_for_all_events_of_the_type_and_for_no_other()
    {
        var gates = new Dictionary<string, TaskCompletionSource> { ["O-1"] = new(), ["O-2"] = new() };
        _publisher.Subscribe<OrderPlaced>(e => gates[e.OrderId].Task);
        _publisher.Subscribe<MailSent>(_ => new TaskCompletionSource().Task);
        var never = _publisher.PublishAsync(new MailSent("O-1"), TestContext.Current.CancellationToken);
        var one = _publisher.PublishAsync(new OrderPlaced("O-1"), TestContext.Current.CancellationToken);
        var two = _publisher.PublishAsync(new OrderPlaced("O-2"), TestContext.Current.CancellationToken);
        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);

        gates["O-2"].SetResult();
        await two;
        Assert.False(waiting.IsCompleted);
        gates["O-1"].SetResult();

        await waiting;
        await one;
        Assert.False(never.IsCompleted);
    }

    [Fact]
    public async Task WaitForHandlersAsync_waits_for_what_was_posted_to_a_synchronization_context()
    {
        var posted = new List<(SendOrPostCallback Callback, object? State)>();
        _publisher.SubscribeOn<OrderPlaced>(new QueueContext(posted), _ => { });
        _publisher.Publish(new OrderPlaced("O-1"));
        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);
        Assert.False(waiting.IsCompleted);

        var (callback, state) = Assert.Single(posted);
        callback(state);

        await waiting;
    }

    [Fact]
    public async Task WaitForHandlersAsync_that_waits_in_vain_names_the_handlers_that_run()
    {
        _publisher.Subscribe<OrderPlaced>(_ => new TaskCompletionSource().Task);
        _ = _publisher.PublishAsync(new OrderPlaced("O-1"), TestContext.Current.CancellationToken);
        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, TimeSpan.FromSeconds(1));

        _time.Expire();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Equal(
            "Waited 00:00:01 for the handlers of 'order.placed'; still running: subscription to DomainEvents.Testing.Tests.OrderPlaced.\n" +
            "Received 1 event:\n" +
            "  1. order.placed  DomainEvents.Testing.Tests.OrderPlaced",
            error.Message);
    }

    [Fact]
    public async Task WaitForHandlersAsync_of_a_misspelt_event_type_offers_the_one_that_came()
    {
        _publisher.Publish(new OrderPlaced("O-1"));
        var misspelt = "orders.placed";
        var waiting = _spy.WaitForHandlersAsync(misspelt, TimeSpan.FromSeconds(1));

        _time.Expire();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.StartsWith(
            "Waited 00:00:01 for the handlers of 'orders.placed'; no such event was published. Did you mean 'order.placed' instead of 'orders.placed'?\n",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waiting_many_times_beside_publishing_threads_misses_nothing()
    {
        const int Count = 2_000;
        var waiting = new Task[Count];

        Parallel.Invoke(
            () =>
            {
                for (var i = 0; i < Count; i++)
                {
                    _publisher.Publish(new OrderPaid("O-1", i));
                }
            },
            () =>
            {
                for (var i = 0; i < Count; i++)
                {
                    waiting[i] = _spy.WaitForAsync<OrderPaid>(i + 1, Timeout.InfiniteTimeSpan);
                }
            });

        await Task.WhenAll(waiting);
        await _spy.WaitForHandlersAsync(EventTypes.OrderPaid, Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void Waiting_refuses_bad_arguments_at_once()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = _spy.WaitForAsync<OrderPlaced>(0); });
        Assert.Throws<ArgumentException>(() => { _ = _spy.WaitForHandlersAsync(" "); });
    }

    private sealed class QueueContext(List<(SendOrPostCallback Callback, object? State)> posted) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => posted.Add((d, state));
    }
}
