using System.Collections.Concurrent;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Background;

/// <summary>Handlers marked <c>Background</c>: their order, and what becomes of them when the publisher ends.</summary>
public sealed class BackgroundHandlerTests
{
    private readonly ConcurrentQueue<string> _handled = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Background_handlers_of_one_class_run_in_the_order_of_the_publishes()
    {
        var gate = new TaskCompletionSource();
        var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.Journal.On", async (domainEvent, _) =>
            {
                await gate.Task;
                _handled.Enqueue($"placed {domainEvent.Number}");
            }, background: true)
            .Sync<OrderPaid>("Shop.Journal.OnPaid", domainEvent => _handled.Enqueue($"paid {domainEvent.Amount}"), background: true)
            .Publisher();

        publisher.Publish(new OrderPlaced(1));
        publisher.Publish(new OrderPaid(2));
        publisher.Publish(new OrderPlaced(3));
        publisher.Publish(new OrderPaid(4));
        Assert.Empty(_handled);
        gate.SetResult();
        await publisher.DisposeAsync();

        Assert.Equal(["placed 1", "paid 2", "placed 3", "paid 4"], _handled);
    }

    [Fact]
    public async Task Slow_background_handler_holds_up_no_other_class()
    {
        var gate = new TaskCompletionSource();
        var other = new TaskCompletionSource();
        await using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.Slow.On", async (_, _) => await gate.Task, background: true)
            .Sync<OrderPlaced>("Shop.Fast.On", _ => other.SetResult(), background: true)
            .Publisher();

        publisher.Publish(new OrderPlaced());
        await other.Task.WaitAsync(Token);

        gate.SetResult();
    }

    [Fact]
    public async Task Disposal_waits_for_background_handlers_and_for_what_they_publish()
    {
        var gate = new TaskCompletionSource();
        DomainEventPublisher? publisher = null;
        publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A.On", async (domainEvent, _) =>
            {
                await gate.Task;
                await publisher!.PublishAsync(new OrderPaid(1), CancellationToken.None);
            }, background: true)
            .Sync<OrderPaid>("Shop.B.On", _ => _handled.Enqueue("paid"), background: true)
            .Publisher();
        publisher.Publish(new OrderPlaced());

        var finish = publisher.FinishBackgroundHandlersAsync(Token);
        Assert.False(finish.IsCompleted);
        gate.SetResult();
        await finish;

        Assert.Equal(["paid"], _handled);
        publisher.Dispose();
    }

    [Fact]
    public async Task Background_handler_that_disposes_the_publisher_does_not_wait_for_itself()
    {
        var disposed = new TaskCompletionSource();
        DomainEventPublisher? publisher = null;
        publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A.On", async (_, _) =>
            {
                await publisher!.DisposeAsync();
                disposed.SetResult();
            }, background: true)
            .Publisher();

        publisher.Publish(new OrderPlaced());

        await disposed.Task.WaitAsync(Token);
    }

    [Fact]
    public async Task Impatient_end_cancels_what_runs_and_reports_what_waits()
    {
        var errors = new ConcurrentQueue<Exception>();
        var first = new TaskCompletionSource();
        var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A.On", async (_, token) =>
            {
                first.TrySetResult();
                await Task.Delay(Timeout.Infinite, token);
            }, background: true)
            .Publisher(options => options.OnUnhandledError = errors.Enqueue);
        publisher.Publish(new OrderPlaced());
        await first.Task.WaitAsync(Token);
        publisher.Publish(new OrderPlaced());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publisher.FinishBackgroundHandlersAsync(new CancellationToken(true)));
        await publisher.DisposeAsync();

        Assert.Equal(2, errors.Count);
        Assert.All(errors, static error => Assert.IsType<OperationCanceledException>(
            Assert.IsType<DomainEventHandlingException>(error).InnerException, exactMatch: false));
    }
}
