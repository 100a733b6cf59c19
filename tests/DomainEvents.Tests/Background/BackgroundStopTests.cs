using System.Collections.Concurrent;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Background;

/// <summary>What becomes of accepted events when the background publisher stops.</summary>
public sealed class BackgroundStopTests
{
    private readonly ConcurrentQueue<int> _handled = new();
    private readonly TaskCompletionSource _first = new();
    private readonly TaskCompletionSource _gate = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Disposal_handles_what_was_accepted_and_refuses_the_rest()
    {
        using var publisher = Blocked();
        var background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Capacity = 2 });
        for (var i = 0; i < 3; i++)
        {
            await background.EnqueueAsync(new OrderPlaced(i), Token);
            await _first.Task.WaitAsync(Token);
        }

        var waiting = background.EnqueueAsync(new OrderPlaced(-1), Token).AsTask();
        var disposal = background.DisposeAsync().AsTask();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await background.EnqueueAsync(new OrderPlaced(-1), Token));
        Assert.Throws<ObjectDisposedException>(() => background.TryEnqueue(new OrderPlaced(-1)));
        Assert.False(disposal.IsCompleted);
        _gate.SetResult();
        await disposal.WaitAsync(Token);
        await background.DisposeAsync();

        Assert.Equal([0, 1, 2], _handled);
    }

    [Fact]
    public async Task Disposal_under_load_loses_nothing_that_was_accepted()
    {
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", domainEvent => _handled.Enqueue(domainEvent.Number)).Publisher();
        var background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Capacity = 8, Lanes = 3 });
        var accepted = new ConcurrentQueue<int>();
        var producers = Enumerable.Range(0, 4).Select(producer => Task.Run(
            async () =>
            {
                for (var i = producer; ; i += 4)
                {
                    await background.EnqueueAsync(new OrderPlaced(i), Token);
                    accepted.Enqueue(i);
                    if (i > 2000)
                    {
                        _first.TrySetResult();
                    }
                }
            },
            Token)).ToArray();

        await _first.Task.WaitAsync(Token);
        await background.DisposeAsync();
        foreach (var producer in producers)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => producer);
        }

        Assert.Equal(accepted.Order(), _handled.Order());
    }

    [Fact]
    public async Task Events_that_handlers_enqueue_during_the_stop_are_handled_too()
    {
        BackgroundPublisher? background = null;
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
            {
                _first.TrySetResult();
                await _gate.Task;
                _handled.Enqueue(domainEvent.Number);
                if (domainEvent.Number < 5)
                {
                    await background!.EnqueueAsync(new OrderPlaced(domainEvent.Number + 1), Token);
                }
            })
            .Publisher();
        background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions { Lanes = 3 });
        await background.EnqueueAsync(new OrderPlaced(0), Token);
        await _first.Task.WaitAsync(Token);

        var stop = background.StopAsync(Token);
        _gate.SetResult();
        await stop;

        Assert.Equal([0, 1, 2, 3, 4, 5], _handled);
    }

    [Fact]
    public async Task Hurried_stop_cancels_what_runs_and_names_what_is_left()
    {
        var errors = new ConcurrentQueue<(int Number, Exception Exception)>();
        var running = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (domainEvent, token) =>
            {
                _first.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            })
            .Publisher();
        var background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions
        {
            OnError = (domainEvent, exception) => errors.Enqueue((((OrderPlaced)domainEvent).Number, exception)),
        });
        for (var i = 0; i < 4; i++)
        {
            await background.EnqueueAsync(new OrderPlaced(i), Token);
            await _first.Task.WaitAsync(Token);
        }

        using var patience = new CancellationTokenSource();
        var stop = background.StopAsync(patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stop);
        await background.StopAsync(Token);

        Assert.Equal([0, 1, 2, 3], errors.Select(static error => error.Number).Order());
        Assert.All(errors, static error => Assert.IsType<OperationCanceledException>(error.Exception, exactMatch: false));
        Assert.Contains("was not handled", errors.Single(static error => error.Number == 3).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drain_that_takes_too_long_says_how_many_are_queued()
    {
        using var publisher = Blocked();
        await using var background = new BackgroundPublisher(publisher);
        await background.EnqueueAsync(new OrderPlaced(0), Token);
        await _first.Task.WaitAsync(Token);
        await background.EnqueueAsync(new OrderPlaced(1), Token);

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => background.DrainAsync(TimeSpan.Zero));

        Assert.Contains("1 events were queued", thrown.Message, StringComparison.Ordinal);
        _gate.SetResult();
    }

    [Fact]
    public async Task Handler_that_waits_for_its_own_publisher_is_told_so()
    {
        BackgroundPublisher? background = null;
        var thrown = new TaskCompletionSource<Exception>();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, _) => await background!.DrainAsync(Timeout.InfiniteTimeSpan))
            .Publisher();
        background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions { OnError = (_, exception) => thrown.SetResult(exception) });

        await background.EnqueueAsync(new OrderPlaced(), Token);

        Assert.IsType<InvalidOperationException>((await thrown.Task.WaitAsync(Token)).InnerException);
        await background.DisposeAsync();
    }

    private DomainEventPublisher Blocked() => new TestModule()
        .Async<OrderPlaced>("Shop.A", async (domainEvent, _) =>
        {
            _first.TrySetResult();
            await _gate.Task;
            _handled.Enqueue(domainEvent.Number);
        })
        .Publisher();
}
