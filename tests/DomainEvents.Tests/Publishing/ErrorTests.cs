using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class ErrorTests
{
    private readonly List<string> _calls = [];
    private readonly List<Exception> _unhandled = [];

    [Fact]
    public void Publish_with_a_failing_handler_runs_the_others_and_throws_one_exception_naming_event_and_handler()
    {
        var error = new FormatException("bad");
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw error)
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Add("B"))
            .Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Equal(["B"], _calls);
        Assert.Same(error, Assert.Single(thrown.InnerExceptions));
        Assert.Equal("order.placed", thrown.EventType);
        Assert.Equal(["Shop.A"], thrown.FailedHandlers);
        Assert.Contains("'order.placed'", thrown.Message);
        Assert.Contains("Shop.A", thrown.Message);
        Assert.DoesNotContain("Shop.B", thrown.Message);
    }

    [Fact]
    public void Failures_of_a_class_that_handles_an_event_twice_are_named_with_what_is_handled()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException())
            .Sync<ITenantEvent>("Shop.A", _ => throw new FormatException())
            .Sync<OrderShipped>("Shop.A", _ => throw new FormatException())
            .Publisher();

        var twice = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
        var once = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderShipped()));

        Assert.Equal([$"Shop.A for {typeof(OrderPlaced)}", $"Shop.A for {typeof(ITenantEvent)}"], twice.FailedHandlers);
        Assert.Equal(["Shop.A"], once.FailedHandlers);
    }

    [Fact]
    public void Message_of_nested_failures_is_one_line_that_tells_each_failure_once_and_the_way_to_it()
    {
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException("bad"))
            .Sync<OrderPlaced>("Shop.B", _ => publisher.Publish(new OrderPaid(1)))
            .Sync<OrderPaid>("Shop.C", _ => publisher.Publish(new OrderShipped()))
            .Sync<OrderShipped>("Shop.D", _ => throw new TimeoutException("too\nlate"))
            .Sync<OrderShipped>("Shop.E", _ => throw new TimeoutException("gone"))
            .Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Equal(
            $"2 handlers of event 'order.placed' ({typeof(OrderPlaced)}) failed: Shop.A: bad; " +
            "Shop.B -> 'order.paid' -> Shop.C -> 'order.shipped' -> Shop.D: too late; " +
            "Shop.B -> 'order.paid' -> Shop.C -> 'order.shipped' -> Shop.E: gone",
            thrown.Message);
        publisher.Dispose();
    }

    [Fact]
    public void Publish_with_failing_handlers_and_subscribers_keeps_the_inner_exceptions_in_order()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException())
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Add("B"))
            .Sync<OrderPlaced>("Shop.C", _ => throw new TimeoutException())
            .Publisher();
        publisher.SubscribeAll(_ => throw new DivideByZeroException());
        publisher.Subscribe((OrderPlaced _) => Throw(new ArithmeticException()));

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Equal(
            [typeof(FormatException), typeof(TimeoutException), typeof(ArithmeticException), typeof(DivideByZeroException)],
            thrown.InnerExceptions.Select(exception => exception.GetType()));
        Assert.Equal(["Shop.A", "Shop.C"], thrown.FailedHandlers.Take(2));
        Assert.Contains(typeof(OrderPlaced).ToString(), thrown.FailedHandlers[2]);
        Assert.Equal(["B"], _calls);

        static void Throw(Exception exception) => throw exception;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PublishAsync_treats_an_asynchronous_handler_that_throws_at_once_like_one_that_throws_later(bool atOnce)
    {
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", (_, _) => atOnce ? throw new FormatException() : ThrowLater())
            .Async<OrderPlaced>("Shop.B", (_, _) =>
            {
                _calls.Add("B");
                return default;
            })
            .Publisher();

        var thrown = await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken));

        Assert.IsType<FormatException>(Assert.Single(thrown.InnerExceptions));
        Assert.Equal(["Shop.A"], thrown.FailedHandlers);
        Assert.Equal(["B"], _calls);

        static async ValueTask ThrowLater()
        {
            await Task.Yield();
            throw new FormatException();
        }
    }

    [Fact]
    public async Task PublishAsync_does_not_throw_before_it_is_awaited()
    {
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => throw new FormatException()).Publisher();

        var pending = publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);

        Assert.True(pending.IsFaulted);
        await Assert.ThrowsAsync<DomainEventHandlingException>(async () => await pending);
    }

    [Fact]
    public async Task LogAndContinue_reports_the_error_and_keeps_it_from_the_caller()
    {
        var error = new FormatException();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw error, onError: HandlerErrorPolicy.LogAndContinue)
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Add("B"))
            .Publisher(options => options.OnUnhandledError = _unhandled.Add);

        publisher.Publish(new OrderPlaced());
        await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);

        Assert.Equal(2, _unhandled.Count);
        Assert.All(_unhandled, unhandled =>
        {
            var described = Assert.IsType<DomainEventHandlingException>(unhandled);
            Assert.Same(error, Assert.Single(described.InnerExceptions));
            Assert.Equal("order.placed", described.EventType);
            Assert.Equal(["Shop.A"], described.FailedHandlers);
        });
        Assert.Equal(["B", "B"], _calls);
    }

    [Fact]
    public void OnUnhandledError_that_throws_does_not_break_the_publish()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException(), onError: HandlerErrorPolicy.LogAndContinue)
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Add("B"))
            .Publisher(options => options.OnUnhandledError = _ => throw new InvalidOperationException());

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["B"], _calls);
    }

    [Fact]
    public void Unhandled_errors_go_to_the_event_source_by_default()
    {
        using var listener = new ErrorListener();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException("to the event source"), onError: HandlerErrorPolicy.LogAndContinue)
            .Publisher();

        publisher.Publish(new OrderPlaced());

        Assert.Contains(listener.Messages, message => message!.Contains("to the event source"));
    }

    [Fact]
    public void Error_message_survives_an_event_whose_type_name_throws()
    {
        using var publisher = new TestModule().Sync<NamelessEvent>("Shop.A", _ => throw new FormatException()).Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new NamelessEvent()));

        Assert.Equal(typeof(NamelessEvent).ToString(), thrown.EventType);
    }

    private sealed class NamelessEvent : IDomainEvent
    {
        public Guid EventId => Guid.Empty;

        public DateTimeOffset OccurredAt => default;

        public string EventType => throw new NotSupportedException();
    }
}
