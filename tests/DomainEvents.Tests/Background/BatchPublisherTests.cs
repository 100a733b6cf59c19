using System.Collections.Concurrent;
using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Time;

namespace DomainEvents.Tests.Background;

/// <summary>When a batch is published, and what its failures do.</summary>
public sealed class BatchPublisherTests
{
    private readonly ConcurrentQueue<int> _handled = new();
    private readonly ManualTime _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Event_that_fills_the_batch_waits_for_all_of_it()
    {
        using var publisher = Recording();
        await using var batch = new BatchPublisher(publisher, new BatchPublisherOptions { Size = 3, TimeProvider = _time });

        await batch.PublishAsync(new OrderPlaced(1), Token);
        await batch.PublishAsync(new OrderPlaced(2), Token);
        Assert.Empty(_handled);
        await batch.PublishAsync(new OrderPlaced(3), Token);

        Assert.Equal([1, 2, 3], _handled);
    }

    [Fact]
    public async Task Delay_publishes_what_is_there_counted_from_the_first_event()
    {
        var done = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", domainEvent =>
            {
                _handled.Enqueue(domainEvent.Number);
                if (domainEvent.Number == 2)
                {
                    done.SetResult();
                }
            })
            .Publisher();
        await using var batch = new BatchPublisher(
            publisher, new BatchPublisherOptions { MaxDelay = TimeSpan.FromSeconds(1), TimeProvider = _time });

        await batch.PublishAsync(new OrderPlaced(1), Token);
        _time.Advance(TimeSpan.FromSeconds(0.75));
        await batch.PublishAsync(new OrderPlaced(2), Token);
        Assert.Empty(_handled);
        _time.Advance(TimeSpan.FromSeconds(0.25));
        await done.Task.WaitAsync(Token);

        Assert.Equal([1, 2], _handled);
    }

    [Fact]
    public async Task Ambient_values_of_the_caller_reach_the_handlers_and_stay_with_their_event()
    {
        var ambient = new AsyncLocal<string?>();
        var seen = new ConcurrentQueue<string?>();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                seen.Enqueue(ambient.Value);
                ambient.Value = "handler";
            })
            .Publisher();
        await using var batch = new BatchPublisher(publisher, new BatchPublisherOptions { Size = 4, MaxDelay = Timeout.InfiniteTimeSpan });

        foreach (var value in (string?[])["one", "one", null, "two"])
        {
            ambient.Value = value;
            await batch.PublishAsync(new OrderPlaced(), Token);
        }

        Assert.Equal(["one", "one", null, "two"], seen);
        Assert.Equal("two", ambient.Value);
    }

    [Fact]
    public async Task Failing_event_is_told_and_loses_no_other()
    {
        var failed = new List<int>();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", domainEvent =>
            {
                _handled.Enqueue(domainEvent.Number);
                if (domainEvent.Number == 2)
                {
                    throw new FormatException();
                }
            })
            .Publisher();
        await using var batch = new BatchPublisher(publisher, new BatchPublisherOptions
        {
            Size = 3,
            OnError = (domainEvent, _) =>
            {
                failed.Add(((OrderPlaced)domainEvent).Number);
                throw new InvalidOperationException("The callback fails too.");
            },
        });

        for (var i = 1; i <= 3; i++)
        {
            await batch.PublishAsync(new OrderPlaced(i), Token);
        }

        Assert.Equal([1, 2, 3], _handled);
        Assert.Equal([2], failed);
    }

    [Fact]
    public async Task Flush_waits_for_earlier_batches_too_and_keeps_the_order()
    {
        var gate = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                await gate.Task;
                _handled.Enqueue(domainEvent.Number);
            })
            .Publisher();
        await using var batch = new BatchPublisher(publisher, new BatchPublisherOptions { Size = 2, MaxDelay = Timeout.InfiniteTimeSpan });
        await batch.PublishAsync(new OrderPlaced(1), Token);
        var second = batch.PublishAsync(new OrderPlaced(2), Token).AsTask();
        await batch.PublishAsync(new OrderPlaced(3), Token);

        var flush = batch.FlushAsync(Token);
        Assert.False(second.IsCompleted);
        gate.SetResult();
        await flush;

        Assert.Equal([1, 2, 3], _handled);
        Assert.True(second.IsCompletedSuccessfully);
        await batch.FlushAsync(Token);
    }

    [Fact]
    public async Task Disposal_publishes_what_is_there_and_refuses_the_rest()
    {
        using var publisher = Recording();
        var batch = new BatchPublisher(publisher, new BatchPublisherOptions { TimeProvider = _time });
        await batch.PublishAsync(new OrderPlaced(1), Token);

        await batch.DisposeAsync();
        await batch.DisposeAsync();

        Assert.Equal([1], _handled);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await batch.PublishAsync(new OrderPlaced(2), Token));
        Assert.Equal(0, _time.PendingTimers);
    }

    [Fact]
    public async Task Handler_that_fills_a_batch_does_not_wait_for_itself()
    {
        BatchPublisher? batch = null;
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                _handled.Enqueue(domainEvent.Number);
                if (domainEvent.Number < 3)
                {
                    await batch!.PublishAsync(new OrderPlaced(domainEvent.Number + 1), CancellationToken.None);
                }
            })
            .Publisher();
        batch = new BatchPublisher(publisher, new BatchPublisherOptions { Size = 1 });

        await batch.PublishAsync(new OrderPlaced(1), Token);
        await batch.FlushAsync(Token);
        await batch.FlushAsync(Token);
        await batch.DisposeAsync();

        Assert.Equal([1, 2, 3], _handled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task Events_that_handlers_add_during_the_disposal_are_published_before_it_ends(int size)
    {
        BatchPublisher? batch = null;
        var errors = new ConcurrentQueue<Exception>();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                await Task.Yield();
                _handled.Enqueue(domainEvent.Number);
                if (domainEvent.Number < 5)
                {
                    await batch!.PublishAsync(new OrderPlaced(domainEvent.Number + 1), CancellationToken.None);
                }
            })
            .Publisher(options => options.OnUnhandledError = errors.Enqueue);
        batch = new BatchPublisher(publisher, new BatchPublisherOptions { Size = size, MaxDelay = Timeout.InfiniteTimeSpan });
        await batch.PublishAsync(new OrderPlaced(1), Token);

        await batch.DisposeAsync();

        Assert.Empty(errors);
        Assert.Equal([1, 2, 3, 4, 5], _handled);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await batch.PublishAsync(new OrderPlaced(6), Token));
    }

    [Fact]
    public async Task Cancelled_token_adds_nothing_at_the_call_and_only_ends_the_waiting_later()
    {
        var gate = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                await gate.Task;
                _handled.Enqueue(domainEvent.Number);
            })
            .Publisher();
        await using var batch = new BatchPublisher(publisher, new BatchPublisherOptions { Size = 1 });
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await batch.PublishAsync(new OrderPlaced(0), new CancellationToken(true)));
        var waiting = batch.PublishAsync(new OrderPlaced(1), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.SetResult();
        await batch.FlushAsync(Token);

        Assert.Equal([1], _handled);
    }

    [Fact]
    public void Options_that_cannot_work_are_refused()
    {
        using var publisher = Recording();

        Assert.Throws<ArgumentNullException>(() => new BatchPublisher(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchPublisher(publisher, new BatchPublisherOptions { Size = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BatchPublisher(publisher, new BatchPublisherOptions { MaxDelay = TimeSpan.FromSeconds(-2) }));
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BatchPublisher(publisher, new BatchPublisherOptions { MaxDelay = TimeSpan.FromDays(50) }));
        Assert.Equal("options.MaxDelay", error.ParamName);
    }

    private DomainEventPublisher Recording() =>
        new TestModule().Sync<OrderPlaced>("Shop.A", domainEvent => _handled.Enqueue(domainEvent.Number)).Publisher();
}
