using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class AllocationTests
{
    private const int Rounds = 100;

    private static readonly OrderPlaced s_event = new();

    [Fact]
    public void Publish_in_a_live_scope_allocates_nothing()
    {
        using var provider = Provide();
        using var scope = provider.CreateScope();
        var publisher = scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>();

        Assert.Equal(0, Measure(() => publisher.Publish(s_event)));
    }

    [Fact]
    public void Publish_from_the_root_allocates_what_a_scope_with_the_handler_takes()
    {
        using var provider = Provide();
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();
        var factory = provider.GetRequiredService<IServiceScopeFactory>();

        var byHand = Measure(() =>
        {
            using var scope = factory.CreateScope();
            scope.ServiceProvider.GetRequiredService<Counter>().Handle(s_event);
        });

        Assert.Equal(byHand, Measure(() => publisher.Publish(s_event)));
    }

    private static ServiceProvider Provide() =>
        Container.Describe(Table(HandWrittenHandler.Class<Counter, OrderPlaced>())).BuildServiceProvider();

    private static long Measure(Action action)
    {
        // The container compiles its way to a service in the background after the second call; the least of several rounds is past that.
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var round = 0; round < Rounds; round++)
            {
                action();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private sealed class Counter : IDomainEventHandler<OrderPlaced>
    {
        private int _count;

        public void Handle(OrderPlaced domainEvent) => _count++;
    }
}
