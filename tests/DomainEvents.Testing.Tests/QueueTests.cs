namespace DomainEvents.Testing.Tests;

public sealed class QueueTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly TaskCompletionSource _release = new();
    private readonly List<Exception> _unhandled = [];
    private readonly DomainEventPublisher _publisher;
    private readonly EventSpy _spy;

    public QueueTests()
    {
        _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty, OnUnhandledError = _unhandled.Add });
        _spy = EventSpy.Attach(_publisher, _time);
    }

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public async Task WaitForHandlersAsync_waits_for_events_in_a_background_publisher()
    {
        var handled = new List<string>();
        _publisher.Subscribe<OrderPlaced>(async domainEvent =>
        {
            if (domainEvent.OrderId == "O-2")
            {
                await _release.Task;
            }

            handled.Add(domainEvent.OrderId);
        });
        await using var background = new BackgroundPublisher(_publisher);
        await background.EnqueueAsync(new OrderPlaced("O-1"), TestContext.Current.CancellationToken);
        Assert.True(background.TryEnqueue(new OrderPlaced("O-2")));
        await background.EnqueueAsync(new OrderPlaced("O-3"), TestContext.Current.CancellationToken);

        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);
        await _spy.WaitForAsync<OrderPlaced>(2, Timeout.InfiniteTimeSpan);
        Assert.False(waiting.IsCompleted);
        _release.SetResult();
        await waiting;

        Assert.Equal(["O-1", "O-2", "O-3"], handled);
        Assert.Empty(_unhandled);
    }

    [Fact]
    public async Task WaitForHandlersAsync_waits_for_events_in_a_batch_publisher()
    {
        await using var batches = new BatchPublisher(_publisher, new BatchPublisherOptions { MaxDelay = Timeout.InfiniteTimeSpan });
        _publisher.Publish(new OrderPlaced("O-1"));
        await batches.PublishAsync(new OrderPlaced("O-2"), TestContext.Current.CancellationToken);

        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);
        Assert.False(waiting.IsCompleted);
        await batches.FlushAsync(TestContext.Current.CancellationToken);
        await waiting;

        Assert.Equal(2, _spy.CountOf(EventTypes.OrderPlaced));
    }

    [Fact]
    public async Task WaitForHandlersAsync_in_vain_says_that_the_event_is_still_queued()
    {
        await using var batches = new BatchPublisher(_publisher, new BatchPublisherOptions { MaxDelay = Timeout.InfiniteTimeSpan });
        await batches.PublishAsync(new OrderPlaced("O-1"), TestContext.Current.CancellationToken);

        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, TimeSpan.FromSeconds(1));
        _time.Expire();

        var error = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Contains("none was published yet, but there are some in the queue", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitForHandlersAsync_forgets_events_that_a_queue_refused_or_gave_up()
    {
        _publisher.Subscribe<MailSent>(_ => _release.Task);
        var background = new BackgroundPublisher(_publisher, new BackgroundPublisherOptions { Capacity = 1, OnError = static (_, _) => { } });
        await background.EnqueueAsync(new MailSent("O-1"), TestContext.Current.CancellationToken);
        await _spy.WaitForAsync<MailSent>(1, Timeout.InfiniteTimeSpan);
        _publisher.Publish(new OrderPlaced("O-1"));

        // One waits, one is refused, one is cancelled while it waits for room; then nobody has any patience left.
        using var cancelled = new CancellationTokenSource();
        Assert.True(background.TryEnqueue(new OrderPlaced("O-2")));
        Assert.False(background.TryEnqueue(new OrderPlaced("O-3")));
        var refused = background.EnqueueAsync(new OrderPlaced("O-4"), cancelled.Token).AsTask();
        var waiting = _spy.WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);
        Assert.False(waiting.IsCompleted);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => refused);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => background.StopAsync(cancelled.Token));
        await waiting;

        Assert.Equal(1, _spy.CountOf(EventTypes.OrderPlaced));
        _release.SetResult();
        await background.DisposeAsync();
    }
}
