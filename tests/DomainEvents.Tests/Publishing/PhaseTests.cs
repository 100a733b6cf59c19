using DomainEvents.Tests.Binding;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

/// <summary>The two halves of a publish that a unit of work runs.</summary>
public sealed class PhaseTests
{
    private readonly List<string> _calls = [];
    private readonly List<Exception> _unhandled = [];
    private readonly CancellationToken _token = TestContext.Current.CancellationToken;

    private TestModule Module => new TestModule()
        .Sync<OrderPlaced>("Shop.AfterFirst", _ => _calls.Add("after 1"), order: 1)
        .Sync<OrderPlaced>("Shop.InFirst", _ => _calls.Add("in 1"), order: 2, phase: HandlerPhase.InTransaction)
        .Sync<OrderEvent>("Shop.AfterSecond", _ => _calls.Add("after 2"), order: 3)
        .Sync<ITenantEvent>("Shop.InSecond", _ => _calls.Add("in 2"), order: 4, phase: HandlerPhase.InTransaction);

    [Fact]
    public async Task Each_phase_runs_its_own_handlers_in_order_and_publish_runs_all()
    {
        using var publisher = Module.Publisher();
        var placed = new OrderPlaced();

        publisher.PublishInTransaction(placed, null);
        publisher.PublishAfterCommit([placed], null);
        await publisher.PublishInTransactionAsync(placed, null, _token);
        await publisher.PublishAfterCommitAsync([placed], null, _token);
        publisher.Publish(placed);

        string[] phases = ["in 1", "in 2", "after 1", "after 2"];
        Assert.Equal([.. phases, .. phases, "after 1", "in 1", "after 2", "in 2"], _calls);
    }

    [Fact]
    public void Subscriptions_belong_to_the_phase_after_the_commit_also_those_made_later()
    {
        using var publisher = Module.Publisher();
        publisher.PublishAfterCommit([new OrderPlaced()], null);
        _calls.Clear();

        using var all = publisher.SubscribeAll(_ => _calls.Add("all"));
        var one = publisher.Subscribe<OrderPlaced>(_ => _calls.Add("one"));
        publisher.PublishInTransaction(new OrderPlaced(), null);
        publisher.PublishAfterCommit([new OrderPlaced()], null);
        one.Dispose();
        publisher.PublishAfterCommit([new OrderPlaced()], null);

        Assert.Equal(["in 1", "in 2", "after 1", "after 2", "one", "all", "after 1", "after 2", "all"], _calls);
    }

    [Fact]
    public async Task Handlers_in_the_transaction_stop_at_the_first_error_which_names_handler_and_phase()
    {
        using var publisher = Module
            .Sync<OrderPlaced>("Shop.Bad", _ => throw new FormatException("bad"), order: 3, phase: HandlerPhase.InTransaction)
            .Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.PublishInTransaction(new OrderPlaced(), null));
        var thrownAsync = await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishInTransactionAsync(new OrderPlaced(), null, _token));

        Assert.Equal(["in 1", "in 1"], _calls);
        Assert.All([thrown, thrownAsync], exception =>
        {
            Assert.Equal(["Shop.Bad"], exception.FailedHandlers);
            Assert.Equal("order.placed", exception.EventType);
            Assert.Equal(HandlerPhase.InTransaction, exception.Phase);
            Assert.IsType<FormatException>(exception.InnerException);
        });
    }

    [Fact]
    public void Handler_in_the_transaction_that_logs_and_continues_does_not_end_it()
    {
        using var publisher = Module
            .Sync<OrderPlaced>(
                "Shop.Bad", _ => throw new FormatException(), order: 3, onError: HandlerErrorPolicy.LogAndContinue, phase: HandlerPhase.InTransaction)
            .Publisher(options => options.OnUnhandledError = _unhandled.Add);

        publisher.PublishInTransaction(new OrderPlaced(), null);

        Assert.Equal(["in 1", "in 2"], _calls);
        Assert.Equal(["Shop.Bad"], Assert.IsType<DomainEventHandlingException>(Assert.Single(_unhandled)).FailedHandlers);
    }

    [Fact]
    public async Task Every_handler_of_every_committed_event_runs_and_one_exception_tells_all()
    {
        using var publisher = Module
            .Sync<OrderPlaced>("Shop.Bad", _ => throw new FormatException("bad"), order: 2)
            .Sync<OrderShipped>("Shop.Shipped", _ => _calls.Add("shipped"))
            .Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(
            () => publisher.PublishAfterCommit([new OrderPlaced(), new OrderShipped()], null));
        var single = await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishAfterCommitAsync([new OrderPlaced()], null, _token));

        Assert.Equal(["after 1", "after 2", "shipped", "after 1", "after 2"], _calls);
        Assert.Equal((HandlerPhase?)HandlerPhase.AfterCommit, thrown.Phase);
        Assert.Null(thrown.EventType);
        Assert.Equal("order.placed", single.EventType);
        Assert.Equal(["Shop.Bad"], single.FailedHandlers);
        Assert.Equal((HandlerPhase?)HandlerPhase.AfterCommit, single.Phase);
    }

    [Fact]
    public void Synchronous_phase_is_refused_for_its_own_asynchronous_handlers_alone()
    {
        using var publisher = Module
            .Async<OrderPlaced>("Shop.InAsync", (_, _) => default, phase: HandlerPhase.InTransaction)
            .Publisher();

        publisher.RefuseAsyncHandlers(new OrderPlaced(), HandlerPhase.AfterCommit);
        publisher.PublishAfterCommit([new OrderPlaced()], null);
        _calls.Clear();

        Assert.Equal(
            ["Shop.InAsync"],
            Assert.Throws<AsyncHandlersException>(() => publisher.PublishInTransaction(new OrderPlaced(), null)).Handlers);
        Assert.Throws<AsyncHandlersException>(() => publisher.RefuseAsyncHandlers(new OrderPlaced(), HandlerPhase.InTransaction));
        using (publisher.Subscribe<OrderPlaced>(_ => Task.CompletedTask))
        {
            Assert.Throws<AsyncHandlersException>(() => publisher.RefuseAsyncHandlers(new OrderPlaced(), HandlerPhase.AfterCommit));
        }

        Assert.Empty(_calls);
    }

    [Fact]
    public async Task Background_handler_waits_for_the_commit_whatever_its_phase()
    {
        var ran = new TaskCompletionSource();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.Background", _ => ran.SetResult(), background: true, phase: HandlerPhase.InTransaction)
            .Publisher();

        publisher.PublishInTransaction(new OrderPlaced(), null);
        Assert.False(ran.Task.IsCompleted);
        publisher.PublishAfterCommit([new OrderPlaced()], null);

        await ran.Task.WaitAsync(_token);
    }

    [Fact]
    public void Phases_take_handlers_from_the_scope_given_and_open_one_without()
    {
        var scopes = new TestScopes();
        using var publisher = new TestModule().Class<CountingHandler, OrderPlaced>().Publisher(options => options.Services = scopes);
        using var scope = new TestProvider();

        publisher.PublishAfterCommit([new OrderPlaced()], scope);
        Assert.Equal(1, scope.Handler!.Calls);
        publisher.PublishAfterCommit([new OrderPlaced()], null);

        Assert.Equal(1, Assert.Single(scopes.Opened).Handler!.Calls);
    }

    [Fact]
    public async Task Cancelled_phase_calls_no_handler()
    {
        using var publisher = Module.Publisher();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await publisher.PublishInTransactionAsync(new OrderPlaced(), null, cancelled));
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await publisher.PublishAfterCommitAsync([new OrderPlaced()], null, cancelled));

        Assert.Empty(_calls);
    }
}
