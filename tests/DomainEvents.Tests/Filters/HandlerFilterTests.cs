using System.Collections.Concurrent;
using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Observation;

namespace DomainEvents.Tests.Filters;

public sealed class HandlerFilterTests
{
    private readonly ConcurrentQueue<string> _calls = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void First_filter_is_the_outermost_of_each_handler()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Enqueue("A"))
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Enqueue("B"))
            .Publisher(options => Add(options, new NotingFilter("1", _calls), new NotingFilter("2", _calls)));
        using var subscription = publisher.Subscribe<OrderPlaced>(_ => _calls.Enqueue("lambda"));

        publisher.Publish(new OrderPlaced());

        Assert.Equal(
            [
                "1 before Shop.A", "2 before Shop.A", "A", "2 after", "1 after",
                "1 before Shop.B", "2 before Shop.B", "B", "2 after", "1 after",
                $"1 before subscription to {typeof(OrderPlaced)}", $"2 before subscription to {typeof(OrderPlaced)}", "lambda", "2 after", "1 after",
            ],
            _calls);
    }

    [Fact]
    public async Task PublishAsync_calls_the_asynchronous_form_around_synchronous_handlers_too()
    {
        var gate = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Enqueue("A"))
            .Async<OrderPlaced>("Shop.B", async (_, _) =>
            {
                await gate.Task;
                _calls.Enqueue("B");
            })
            .Publisher(options => Add(options, new NotingFilter("1", _calls)));

        var pending = publisher.PublishAsync(new OrderPlaced(), Token);
        Assert.Equal(["1 before async Shop.A", "A", "1 after", "1 before async Shop.B"], _calls);
        gate.SetResult();
        await pending;

        Assert.Equal(["B", "1 after"], _calls.Skip(4));
    }

    [Fact]
    public async Task Background_handler_is_filtered_where_it_runs_and_once()
    {
        var observer = new RecordingObserver();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Enqueue("A"), background: true)
            .Publisher(options => Add(options, new NotingFilter("1", _calls)));
        using var attached = publisher.Observers.Attach(observer);

        publisher.Publish(new OrderPlaced());
        await observer.Settled.WaitAsync(Token);

        Assert.Equal(["1 before async Shop.A", "A", "1 after"], _calls);
    }

    [Fact]
    public async Task Background_handler_is_filtered_without_observers_too()
    {
        var done = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => done.SetResult(), background: true)
            .Publisher(options => Add(options, new NotingFilter("1", _calls)));

        publisher.Publish(new OrderPlaced());
        await done.Task.WaitAsync(Token);

        Assert.Contains("1 before async Shop.A", _calls);
    }

    [Fact]
    public async Task Filter_that_proceeds_again_repeats_the_handler()
    {
        var attempts = 0;
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                if (++attempts % 3 != 0)
                {
                    throw new TimeoutException();
                }
            })
            .Publisher(options => options.Filters.Add(new RetryFilter()));

        publisher.Publish(new OrderPlaced());
        await publisher.PublishAsync(new OrderPlaced(), Token);

        Assert.Equal(6, attempts);
    }

    [Fact]
    public void Filter_that_does_not_proceed_skips_the_handler()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => Assert.Fail("skipped"))
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Enqueue("B"))
            .Publisher(options => options.Filters.Add(new SkippingFilter("Shop.A")));

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["B"], _calls);
    }

    [Fact]
    public async Task Exception_of_a_filter_counts_as_the_handlers()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => Assert.Fail("refused"))
            .Publisher(options => options.Filters.Add(new RefusingFilter()));

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
        var thrownAsync = await Assert.ThrowsAsync<DomainEventHandlingException>(async () => await publisher.PublishAsync(new OrderPlaced(), Token));

        Assert.Equal(["Shop.A"], thrown.FailedHandlers);
        Assert.IsType<FormatException>(thrown.InnerException);
        Assert.Equal(["Shop.A"], thrownAsync.FailedHandlers);
    }

    [Fact]
    public async Task Filter_can_give_the_handler_another_token()
    {
        using var limit = new CancellationTokenSource();
        var seen = CancellationToken.None;
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", (_, token) =>
            {
                seen = token;
                return default;
            })
            .Publisher(options => options.Filters.Add(new TokenFilter(limit.Token)));

        await publisher.PublishAsync(new OrderPlaced(), Token);

        Assert.Equal(limit.Token, seen);
    }

    [Fact]
    public void Filter_that_goes_on_in_the_wrong_form_is_told()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => { })
            .Publisher(options => options.Filters.Add(new WrongFilter()));

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
        Assert.Contains("goes on with Proceed.", thrown.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_that_goes_on_in_the_wrong_form_is_told_asynchronously()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => { })
            .Publisher(options => options.Filters.Add(new WrongFilter()));

        var thrown = await Assert.ThrowsAsync<DomainEventHandlingException>(async () => await publisher.PublishAsync(new OrderPlaced(), Token));
        Assert.Contains("goes on with ProceedAsync.", thrown.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asynchronous_handlers_are_refused_before_any_filter_runs()
    {
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", (_, _) => default)
            .Publisher(options => Add(options, new NotingFilter("1", _calls)));

        Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Empty(_calls);
    }

    [Fact]
    public async Task Concurrent_handlers_are_filtered_together()
    {
        var gate = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, _) => await gate.Task)
            .Async<OrderPlaced>("Shop.B", async (_, _) => await gate.Task)
            .Publisher(options =>
            {
                options.Concurrency = HandlerConcurrency.Concurrent;
                Add(options, new NotingFilter("1", _calls));
            });

        var pending = publisher.PublishAsync(new OrderPlaced(), Token);
        Assert.Equal(["1 before async Shop.A", "1 before async Shop.B"], _calls);
        gate.SetResult();
        await pending;

        Assert.Equal(4, _calls.Count);
    }

    [Fact]
    public void Constructor_refuses_a_filter_that_is_null()
    {
        var options = new DomainEventPublisherOptions();
        options.Filters.Add(null!);

        Assert.Throws<ArgumentException>(() => new DomainEventPublisher(options));
    }

    private static void Add(DomainEventPublisherOptions options, params IDomainEventHandlerFilter[] filters) =>
        Array.ForEach(filters, options.Filters.Add);
}
