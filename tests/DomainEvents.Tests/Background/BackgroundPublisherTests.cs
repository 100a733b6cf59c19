using System.Collections.Concurrent;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Background;

/// <summary>Order, lanes, capacity and errors of the background publisher.</summary>
public sealed class BackgroundPublisherTests
{
    private readonly ConcurrentQueue<int> _handled = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_handled_off_the_callers_path_in_order()
    {
        var gate = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                await gate.Task;
                _handled.Enqueue(domainEvent.Number);
            })
            .Publisher();
        await using var background = new BackgroundPublisher(publisher);

        for (var i = 0; i < 500; i++)
        {
            await background.EnqueueAsync(new OrderPlaced(i), Token);
        }

        Assert.Empty(_handled);
        gate.SetResult();
        await background.DrainAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Enumerable.Range(0, 500), _handled);
        Assert.Equal((0, 500, 0), (background.QueuedCount, background.HandledCount, background.FailedCount));
    }

    [Fact]
    public async Task Events_of_one_key_stay_in_order_whatever_the_producers_and_lanes()
    {
        const int Keys = 7, PerKey = 2000;
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", domainEvent => _handled.Enqueue(domainEvent.Number)).Publisher();
        await using var background = new BackgroundPublisher(
            publisher,
            new BackgroundPublisherOptions { Capacity = 16, Lanes = 4, OrderingKey = static domainEvent => ((OrderPlaced)domainEvent).Number % Keys });

        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Task.Run(
            async () =>
            {
                for (var i = 0; i < PerKey; i++)
                {
                    await background.EnqueueAsync(new OrderPlaced((i * Keys) + key), Token);
                }
            },
            Token)));
        await background.DrainAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Keys * PerKey, _handled.Count);
        Assert.All(_handled.GroupBy(static number => number % Keys), static group => Assert.Equal(group.Order(), group));
    }

    [Fact]
    public async Task Lanes_do_not_wait_for_each_other()
    {
        var gate = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                if (domainEvent.Number == 0)
                {
                    await gate.Task;
                }
                else
                {
                    second.SetResult();
                }
            })
            .Publisher();
        await using var background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Lanes = 2 });

        await background.EnqueueAsync(new OrderPlaced(0), Token);
        await background.EnqueueAsync(new OrderPlaced(1), Token);
        await second.Task.WaitAsync(Token);

        gate.SetResult();
    }

    [Fact]
    public async Task Full_lane_lets_EnqueueAsync_wait_and_TryEnqueue_return_false()
    {
        var gate = new TaskCompletionSource();
        var first = new TaskCompletionSource();
        using var publisher = Blocked(first, gate);
        await using var background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Capacity = 2 });
        await background.EnqueueAsync(new OrderPlaced(0), Token);
        await first.Task.WaitAsync(Token);
        Assert.True(background.EnqueueAsync(new OrderPlaced(1), Token).IsCompletedSuccessfully);
        Assert.True(background.TryEnqueue(new OrderPlaced(2)));

        Assert.False(background.TryEnqueue(new OrderPlaced(-1)));
        var waiting = background.EnqueueAsync(new OrderPlaced(3), Token).AsTask();
        using var cancellation = new CancellationTokenSource();
        var cancelled = background.EnqueueAsync(new OrderPlaced(-1), cancellation.Token).AsTask();
        var last = background.EnqueueAsync(new OrderPlaced(4), Token).AsTask();
        Assert.False(waiting.IsCompleted);
        Assert.Equal(2, background.QueuedCount);
        await cancellation.CancelAsync();
        Assert.Equal(cancellation.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled)).CancellationToken);
        gate.SetResult();
        await Task.WhenAll(waiting, last).WaitAsync(Token);
        await background.DrainAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([0, 1, 2, 3, 4], _handled);
    }

    [Fact]
    public async Task Cancelled_token_accepts_nothing()
    {
        using var publisher = new TestModule().Publisher();
        await using var background = new BackgroundPublisher(publisher);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await background.EnqueueAsync(new OrderPlaced(), new CancellationToken(true)));

        Assert.Equal(0, background.QueuedCount);
    }

    [Fact]
    public async Task Failing_event_is_told_and_loses_no_other()
    {
        var errors = new List<(int Number, Exception Exception)>();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", domainEvent =>
            {
                _handled.Enqueue(domainEvent.Number);
                throw new FormatException();
            })
            .Publisher();
        await using var background = new BackgroundPublisher(
            publisher,
            new BackgroundPublisherOptions
            {
                OnError = (domainEvent, exception) =>
                {
                    errors.Add((((OrderPlaced)domainEvent).Number, exception));
                    throw new InvalidOperationException("The callback fails too.");
                },
            });

        await background.EnqueueAsync(new OrderPlaced(1), Token);
        await background.EnqueueAsync(new OrderPlaced(2), Token);
        await background.DrainAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([1, 2], _handled);
        Assert.Equal([1, 2], errors.Select(static error => error.Number));
        Assert.IsType<FormatException>(Assert.IsType<DomainEventHandlingException>(errors[0].Exception).InnerException);
        Assert.Equal((2, 2), (background.HandledCount, background.FailedCount));
    }

    [Fact]
    public async Task Failure_without_a_callback_goes_to_the_publishers_unhandled_errors()
    {
        var error = new TaskCompletionSource<Exception>();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException())
            .Publisher(options => options.OnUnhandledError = error.SetResult);
        await using var background = new BackgroundPublisher(publisher);

        await background.EnqueueAsync(new OrderPlaced(), Token);

        Assert.IsType<DomainEventHandlingException>(await error.Task.WaitAsync(Token));
    }

    [Fact]
    public async Task Ordering_key_that_throws_fails_the_call_and_enqueues_nothing()
    {
        using var publisher = new TestModule().Publisher();
        await using var background = new BackgroundPublisher(
            publisher, new BackgroundPublisherOptions { Lanes = 2, OrderingKey = static _ => throw new FormatException() });

        await Assert.ThrowsAsync<FormatException>(async () => await background.EnqueueAsync(new OrderPlaced(), Token));

        Assert.Equal(0, background.QueuedCount);
    }

    [Fact]
    public async Task Handler_that_enqueues_into_its_own_full_lane_does_not_wait_for_itself()
    {
        BackgroundPublisher? background = null;
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                _handled.Enqueue(domainEvent.Number);
                await Task.Yield();
                for (var i = 1; domainEvent.Number == 0 && i <= 10; i++)
                {
                    await background!.EnqueueAsync(new OrderPlaced(i), Token);
                }
            })
            .Publisher();
        background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Capacity = 1 });

        await background.EnqueueAsync(new OrderPlaced(0), Token);
        await background.DisposeAsync();

        Assert.Equal(Enumerable.Range(0, 11), _handled);
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
        await using var background = new BackgroundPublisher(publisher);

        ambient.Value = "one";
        await background.EnqueueAsync(new OrderPlaced(), Token);
        ambient.Value = "two";
        await background.EnqueueAsync(new OrderPlaced(), Token);
        await background.DrainAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["one", "two"], seen);
        Assert.Equal("two", ambient.Value);
    }

    [Fact]
    public void Options_that_cannot_work_are_refused()
    {
        using var publisher = new TestModule().Publisher();

        Assert.Throws<ArgumentNullException>(() => new BackgroundPublisher(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Capacity = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Lanes = 0 }));
    }

    private DomainEventPublisher Blocked(TaskCompletionSource first, TaskCompletionSource gate) => new TestModule()
        .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
        {
            first.TrySetResult();
            await gate.Task;
            _handled.Enqueue(domainEvent.Number);
        })
        .Publisher();
}
