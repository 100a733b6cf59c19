using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class AsyncHandlersTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void Publish_of_an_event_with_asynchronous_handlers_throws_before_any_handler_and_names_them()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Add("A"))
            .Async<OrderPlaced>("Shop.B", (_, _) => default)
            .Async<OrderEvent>("Shop.C", (_, _) => default)
            .Publisher();

        var thrown = Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Empty(_calls);
        Assert.Equal(["Shop.B", "Shop.C"], thrown.Handlers);
        Assert.Contains("Shop.B, Shop.C", thrown.Message);
        Assert.Contains("PublishAsync", thrown.Message);
        Assert.DoesNotContain("Shop.A", thrown.Message);
    }

    [Fact]
    public void Publish_of_an_event_with_an_asynchronous_subscription_throws_until_it_ends()
    {
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => _calls.Add("A")).Publisher();
        var byTask = publisher.Subscribe<OrderPlaced>(_ => Task.CompletedTask);
        var byValueTask = publisher.Subscribe<IDomainEvent>((_, _) => default);

        Assert.Equal(2, Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new OrderPlaced())).Handlers.Count);
        byTask.Dispose();
        Assert.Single(Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new OrderPlaced())).Handlers);
        byValueTask.Dispose();
        Assert.Empty(_calls);
        publisher.Publish(new OrderPlaced());

        Assert.Equal(["A"], _calls);
    }

    [Fact]
    public void Publish_is_not_refused_for_asynchronous_handlers_and_subscriptions_of_another_class_in_the_slot()
    {
        using var publisher = new TestModule()
            .Event<OrderPlaced>()
            .Sync<OrderPlaced>("Shop.A", _ => _calls.Add("A"))
            .Async<UnmarkedOrderPlaced>("Shop.B", (_, _) => default)
            .Publisher();
        using var subscription = publisher.Subscribe<UnmarkedOrderPlaced>(_ => Task.CompletedTask);

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["A"], _calls);
        Assert.Equal(2, Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new UnmarkedOrderPlaced())).Handlers.Count);
    }

    [Fact]
    public void Publish_refused_for_a_lambda_that_only_throws_tells_what_to_write_instead()
    {
        using var publisher = new TestModule().Publisher();
        var subscription = publisher.Subscribe<OrderPlaced>(_ => throw new FormatException());

        Assert.Contains("Action<TEvent>", Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new OrderPlaced())).Message);
        subscription.Dispose();
        publisher.Subscribe(new Action<OrderPlaced>(_ => throw new FormatException()));

        Assert.IsType<FormatException>(Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced())).InnerException);
    }

    [Fact]
    public async Task Handler_with_both_interfaces_is_one_handler_and_the_method_called_decides()
    {
        using var publisher = new TestModule()
            .Row(new()
            {
                HandledType = typeof(OrderPlaced),
                Name = "Shop.Both",
                Invoke = (_, _, _) => _calls.Add("sync"),
                InvokeAsync = (_, _, _, _) =>
                {
                    _calls.Add("async");
                    return default;
                },
            })
            .Publisher();

        publisher.Publish(new OrderPlaced());
        await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);

        Assert.Equal(["sync", "async"], _calls);
    }

    [Fact]
    public async Task Background_handlers_do_not_count_as_asynchronous()
    {
        var handled = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", (_, _) =>
            {
                handled.SetResult();
                return default;
            }, background: true)
            .Publisher();

        publisher.Publish(new OrderPlaced());

        await handled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Background_handler_runs_off_the_callers_path_and_reports_its_errors()
    {
        var release = new TaskCompletionSource();
        var reported = new TaskCompletionSource<Exception>();
        var tokens = new List<CancellationToken>();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, token) =>
            {
                tokens.Add(token);
                await release.Task;
                throw new FormatException();
            }, background: true)
            .Publisher(options => options.OnUnhandledError = reported.SetResult);

        await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);
        Assert.False(reported.Task.IsCompleted);
        release.SetResult();

        var unhandled = await reported.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.IsType<FormatException>(unhandled.InnerException);
        Assert.Contains("Shop.A", unhandled.Message);
        Assert.False(Assert.Single(tokens).IsCancellationRequested);
        Assert.NotEqual(TestContext.Current.CancellationToken, tokens[0]);
    }
}
