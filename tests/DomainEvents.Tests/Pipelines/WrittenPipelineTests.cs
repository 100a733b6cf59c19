using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Pipelines;

/// <summary>Pipelines as a composition root writes them: when they serve a publisher, and what their base class does for them.</summary>
public sealed class WrittenPipelineTests
{
    private readonly List<string> _calls = [];
    private readonly TestModule _module = new TestModule()
        .Sync<OrderPlaced>("Shop.Unrelated", _ => { }, order: 100)
        .Sync<Noted>("Shop.First", domainEvent => Thunks.First(null, domainEvent, null), order: 1)
        .Row(new HandlerDescriptor
        {
            HandledType = typeof(ITenantEvent),
            Name = "Shop.Second",
            Order = 2,
            Invoke = (_, domainEvent, _) => Thunks.Second(null, (ITenantEvent)domainEvent, null),
            InvokeAsync = (_, domainEvent, _, token) => Thunks.SecondAsync(null, (ITenantEvent)domainEvent, null, token),
        })
        .Sync<Noted>("Shop.Third", domainEvent => Thunks.Third(null, domainEvent, null), order: 3);

    [Fact]
    public async Task Pipeline_written_for_exactly_the_handlers_serves_the_publisher()
    {
        using var publisher = Publisher([0, 1, 0, 2, 0, 3]);

        publisher.Publish(Event());
        await publisher.PublishAsync(Event(), TestContext.Current.CancellationToken);

        Assert.Equal(["written", "first", "second", "third", "written", "first", "second async", "third"], _calls);
    }

    [Theory]
    [InlineData(new[] { 0, 2, 0, 1, 0, 3 })]
    [InlineData(new[] { 0, 1, 0, 2 })]
    [InlineData(new[] { 0, 1, 0, 2, 0, 3, 0, 0 })]
    [InlineData(new[] { 0, 1, 0, 2, 1, 3 })]
    public void Pipeline_written_for_other_handlers_is_not_used(int[] rows)
    {
        using var publisher = Publisher(rows);

        publisher.Publish(Event());

        Assert.Equal(["first", "second", "third"], _calls);
    }

    [Fact]
    public void Pipeline_is_found_although_a_union_moves_its_module()
    {
        var table = new TestModule("Other").Sync<OrderShipped>("Other.A", _ => { }).Table().Union(Table([0, 1, 0, 2, 0, 3]));
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = table });

        publisher.Publish(Event());

        Assert.Equal(["written", "first", "second", "third"], _calls);
    }

    [Fact]
    public void Pipeline_is_not_used_when_another_module_handles_the_event_too()
    {
        var table = Table([0, 1, 0, 2, 0, 3]).Union(new TestModule("Other").Sync<Noted>("Other.A", _ => _calls.Add("other"), order: 2).Table());
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = table });

        publisher.Publish(Event());

        Assert.Equal(["first", "other", "second", "third"], _calls);
    }

    [Fact]
    public void Pipeline_gives_way_to_a_subscription_and_comes_back_when_it_ends()
    {
        using var publisher = Publisher([0, 1, 0, 2, 0, 3]);
        publisher.Publish(Event());
        _calls.Clear();

        using (publisher.Subscribe<Noted>(_ => _calls.Add("subscription")))
        {
            publisher.Publish(Event());
        }

        publisher.Publish(Event());

        Assert.Equal(["first", "second", "third", "subscription", "written", "first", "second", "third"], _calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Handler_that_throws_leaves_the_others_running(int failing)
    {
        using var publisher = Publisher([0, 1, 0, 2, 0, 3]);

        var sync = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(Event(failing * 100)));
        var async = await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishAsync(Event(failing * 100), TestContext.Current.CancellationToken));

        string[] names = ["Shop.First", "Shop.Second", "Shop.Third"];
        Assert.Equal([names[failing - 1]], sync.FailedHandlers);
        Assert.Equal([names[failing - 1]], async.FailedHandlers);
        Assert.Equal(6, _calls.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public async Task Handler_that_suspends_is_awaited_before_the_next_one(int failing)
    {
        using var publisher = Publisher([0, 1, 0, 2, 0, 3]);
        var gate = new TaskCompletionSource();

        var pending = publisher.PublishAsync(Event(failing, gate), TestContext.Current.CancellationToken);
        Assert.Equal(["written", "first"], _calls);
        gate.SetResult();
        if (failing == 0)
        {
            await pending;
        }
        else
        {
            await Assert.ThrowsAsync<DomainEventHandlingException>(async () => await pending);
        }

        Assert.Equal(["written", "first", "second async"], _calls.Take(3));
        Assert.Equal(failing == 0 ? 4 : 3, _calls.Count);
    }

    [Fact]
    public void Pipeline_of_an_event_with_an_asynchronous_handler_refuses_the_synchronous_publish()
    {
        var module = new TestModule().Async<OrderPlaced>("Shop.Async", (_, _) => default);
        var table = new HandlerTable([module], () => [new PipelineDescriptor(typeof(OrderPlaced), [0, 0], handlers => new AsyncPipeline(handlers))]);
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = table });

        var thrown = Assert.Throws<AsyncHandlersException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Equal(["Shop.Async"], thrown.Handlers);
    }

    [Fact]
    public void Pipeline_gets_the_instances_of_its_handlers()
    {
        var handler = new InstanceHandler();
        var module = new TestModule().Class<InstanceHandler, OrderPlaced>(create: () => handler);
        var table = new HandlerTable(
            [module], () => [new PipelineDescriptor(typeof(OrderPlaced), [0, 0], handlers => new InstancePipeline(handlers))]);
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = table });

        publisher.Publish(new OrderPlaced(7));

        Assert.Equal([7], handler.Numbers);
    }

    private Noted Event(int failing = 0, TaskCompletionSource? gate = null) => new(_calls, failing, gate);

    private HandlerTable Table(int[] rows) =>
        new([_module], () => [new PipelineDescriptor(typeof(Noted), rows, handlers => new WrittenPipeline(handlers))]);

    private DomainEventPublisher Publisher(int[] rows) => new(new DomainEventPublisherOptions { Handlers = Table(rows) });

    private sealed record Noted(List<string> Calls, int Failing, TaskCompletionSource? Gate) : ITenantEvent
    {
        public Guid EventId => Guid.Empty;

        public DateTimeOffset OccurredAt => default;

        public string EventType => "test.noted";
    }

    private static class Thunks
    {
        public static void First(object? handler, Noted domainEvent, IServiceProvider? services) => Run("first", domainEvent, 100);

        public static void Second(object? handler, ITenantEvent domainEvent, IServiceProvider? services) =>
            Run("second", (Noted)domainEvent, 200);

        public static async ValueTask SecondAsync(
            object? handler, ITenantEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
        {
            var noted = (Noted)domainEvent;
            await (noted.Gate?.Task ?? Task.CompletedTask).ConfigureAwait(false);
            Run("second async", noted, 200);
        }

        public static void Third(object? handler, Noted domainEvent, IServiceProvider? services) => Run("third", domainEvent, 300);

        private static void Run(string name, Noted domainEvent, int failing)
        {
            if (domainEvent.Failing == failing)
            {
                throw new FormatException(name);
            }

            domainEvent.Calls.Add(name);
        }
    }

    private sealed class WrittenPipeline(BoundHandlers handlers) : GeneratedPipeline(handlers)
    {
        private readonly object? _handler0 = handlers[0], _handler1 = handlers[1], _handler2 = handlers[2];

        public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
        {
            var e = (Noted)domainEvent;
            e.Calls.Add("written");
            var step = 0;
            try
            {
                Thunks.First(_handler0, e, services);
                step = 1;
                Thunks.Second(_handler1, e, services);
                step = 2;
                Thunks.Third(_handler2, e, services);
            }
            catch (Exception exception)
            {
                Continue(step, exception, domainEvent, services);
            }
        }

        public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
        {
            var e = (Noted)domainEvent;
            e.Calls.Add("written");
            var step = 0;
            try
            {
                Thunks.First(_handler0, e, services);
                step = 1;
                var pending = Thunks.SecondAsync(_handler1, e, services, cancellationToken);
                if (!pending.IsCompletedSuccessfully)
                {
                    return ContinueAsync(step, pending, domainEvent, services, cancellationToken);
                }

                pending.GetAwaiter().GetResult();
                step = 2;
                Thunks.Third(_handler2, e, services);
                return default;
            }
            catch (Exception exception)
            {
                return ContinueAsync(step, exception, domainEvent, services, cancellationToken);
            }
        }
    }

    private sealed class AsyncPipeline(BoundHandlers handlers) : GeneratedPipeline(handlers)
    {
        public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services) => RefuseSync(domainEvent);

        public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) => default;
    }

    private sealed class InstancePipeline(BoundHandlers handlers) : GeneratedPipeline(handlers)
    {
        private readonly object? _handler0 = handlers[0];

        public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services) =>
            HandlerServices.Resolve<InstanceHandler>(_handler0, services).Handle((OrderPlaced)domainEvent);

        public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
        {
            Invoke(domainEvent, services);
            return default;
        }
    }

    private sealed class InstanceHandler : IDomainEventHandler<OrderPlaced>
    {
        public List<int> Numbers { get; } = [];

        public void Handle(OrderPlaced domainEvent) => Numbers.Add(domainEvent.Number);
    }
}
