using System.Runtime.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

/// <summary>Publishing adds no allocation of its own when the handlers complete synchronously.</summary>
// Not beside tests that announce modules: that makes every publisher look for its pipelines anew.
[Collection("Announcements")]
public sealed class AllocationTests
{
    private static int s_calls;

    public static TheoryData<int> HandlerCounts => [1, 4, 5, 8, 33];

    [Theory]
    [MemberData(nameof(HandlerCounts))]
    public void Publish_to_static_handlers_allocates_nothing(int count)
    {
        var module = new TestModule();
        for (var i = 0; i < count; i++)
        {
            module.Sync<OrderPlaced>($"Shop.H{i}", static _ => s_calls++).Sync<OrderPaid>($"Shop.H{i}", static _ => s_calls++);
        }

        using var publisher = module.Publisher();

        AssertNothingAllocated(publisher, Publish);
        AssertNothingAllocated(publisher, PublishAsync);
    }

    [Theory]
    [MemberData(nameof(HandlerCounts))]
    public void PublishAsync_to_asynchronous_handlers_that_complete_at_once_allocates_nothing(int count)
    {
        var module = new TestModule();
        for (var i = 0; i < count; i++)
        {
            module
                .Async<OrderPlaced>($"Shop.H{i}", static (_, _) => CountAsync())
                .Async<OrderPaid>($"Shop.H{i}", static (_, _) => CountAsync());
        }

        using var publisher = module.Publisher();

        AssertNothingAllocated(publisher, PublishAsync);
    }

    [Fact]
    public void Publish_to_handler_instances_allocates_nothing()
    {
        using var publisher = new TestModule()
            .Class<CountingHandler, OrderPlaced>(lifetime: HandlerLifetime.Singleton)
            .Class<CountingHandler, ITenantEvent>()
            .Publisher();

        AssertNothingAllocated(publisher, Publish);
        AssertNothingAllocated(publisher, PublishAsync);
    }

    [Theory]
    [MemberData(nameof(HandlerCounts))]
    public void Publish_to_subscribers_allocates_nothing(int count)
    {
        using var publisher = new TestModule().Publisher();
        publisher.SubscribeAll(static _ => s_calls++);
        for (var i = 0; i < count; i++)
        {
            publisher.Subscribe<OrderPlaced>(static _ => { s_calls++; });
            publisher.Subscribe<ITenantEvent>(static _ => { s_calls++; });
        }

        AssertNothingAllocated(publisher, Publish);
        publisher.Subscribe<OrderPlaced>(static (_, _) => CountAsync());
        publisher.Subscribe<OrderPlaced>(static _ => CountTask());
        AssertNothingAllocated(publisher, PublishAsync);
    }

    [Theory]
    [InlineData(HandlerConcurrency.Concurrent)]
    [InlineData(HandlerConcurrency.Sequential)]
    public void PublishAsync_in_any_concurrency_allocates_nothing(HandlerConcurrency concurrency)
    {
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", static (_, _) => CountAsync())
            .Sync<OrderPlaced>("Shop.B", static _ => s_calls++)
            .Publisher(options => options.Concurrency = concurrency);

        AssertNothingAllocated(publisher, PublishAsync);
    }

    private static void AssertNothingAllocated(DomainEventPublisher publisher, Action<DomainEventPublisher, IDomainEvent> publish)
    {
        foreach (var domainEvent in (IDomainEvent[])[new OrderPlaced(), new OrderPaid(1)])
        {
            publish(publisher, domainEvent);
            var calls = s_calls;
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                publish(publisher, domainEvent);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(s_calls > calls || domainEvent is OrderPaid, "no handler has run");
        }
    }

    private static void Publish(DomainEventPublisher publisher, IDomainEvent domainEvent) => publisher.Publish(domainEvent);

    private static void PublishAsync(DomainEventPublisher publisher, IDomainEvent domainEvent)
    {
        var pending = publisher.PublishAsync(domainEvent);
        Assert.True(pending.IsCompletedSuccessfully);
        pending.GetAwaiter().GetResult();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ValueTask CountAsync()
    {
        s_calls++;
        return default;
    }

    private static Task CountTask()
    {
        s_calls++;
        return Task.CompletedTask;
    }

    private sealed class CountingHandler : IDomainEventHandler<ITenantEvent>, IDomainEventHandler<OrderPlaced>
    {
        public void Handle(OrderPlaced domainEvent) => s_calls++;

        public void Handle(ITenantEvent domainEvent) => s_calls++;
    }
}
