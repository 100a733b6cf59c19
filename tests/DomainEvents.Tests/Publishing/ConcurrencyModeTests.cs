using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class ConcurrencyModeTests
{
    private readonly List<string> _calls = [];
    private readonly TaskCompletionSource _first = new();
    private readonly TaskCompletionSource _second = new();

    [Fact]
    public async Task Sequential_starts_a_handler_when_the_one_before_has_completed()
    {
        using var publisher = Publisher(HandlerConcurrency.Sequential);

        var pending = publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);
        Assert.Equal(["A"], _calls);
        _second.SetResult();
        _first.SetResult();
        await pending;

        Assert.Equal(["A", "A done", "B", "B done", "C"], _calls);
    }

    [Fact]
    public async Task Concurrent_starts_all_in_order_and_awaits_them_together()
    {
        using var publisher = Publisher(HandlerConcurrency.Concurrent);

        var pending = publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);
        Assert.Equal(["A", "B", "C"], _calls);
        _second.SetResult();
        Assert.False(pending.IsCompleted);
        _first.SetResult();
        await pending;

        Assert.Equal(["A", "B", "C", "B done", "A done"], _calls);
    }

    [Fact]
    public async Task Concurrent_keeps_failures_in_the_order_of_the_handlers()
    {
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, _) =>
            {
                await _first.Task;
                throw new FormatException();
            })
            .Sync<OrderPlaced>("Shop.B", _ => throw new TimeoutException())
            .Publisher(options => options.Concurrency = HandlerConcurrency.Concurrent);

        var pending = publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);
        _first.SetResult();
        var thrown = await Assert.ThrowsAsync<DomainEventHandlingException>(async () => await pending);

        Assert.Equal(["Shop.A", "Shop.B"], thrown.FailedHandlers);
        Assert.IsType<FormatException>(thrown.InnerExceptions[0]);
        Assert.IsType<TimeoutException>(thrown.InnerExceptions[1]);
    }

    private DomainEventPublisher Publisher(HandlerConcurrency concurrency) => new TestModule()
        .Async<OrderPlaced>("Shop.A", (_, _) => Run("A", _first))
        .Async<OrderPlaced>("Shop.B", (_, _) => Run("B", _second))
        .Sync<OrderPlaced>("Shop.C", _ => _calls.Add("C"))
        .Publisher(options => options.Concurrency = concurrency);

    private async ValueTask Run(string name, TaskCompletionSource gate)
    {
        _calls.Add(name);
        await gate.Task.ConfigureAwait(false);
        _calls.Add(name + " done");
    }
}
