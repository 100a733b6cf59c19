using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

/// <summary>Handlers that need the publisher, and publishers that are first used while the container creates something.</summary>
public sealed class ConstructionTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HandlerLifetime.Singleton)]
    [InlineData(HandlerLifetime.Scoped)]
    public void Handler_may_take_the_publisher_and_publish(HandlerLifetime lifetime)
    {
        var shipped = 0;
        using var provider = Container.Describe(Table(
            HandWrittenHandler.Class<Shipper, OrderPlaced>(lifetime),
            HandWrittenHandler.Method<OrderShipped>("Shop.On", _ => shipped++))).BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Equal(1, shipped);
    }

    [Theory]
    [InlineData(HandlerLifetime.Singleton)]
    [InlineData(HandlerLifetime.Scoped)]
    public void Handler_whose_constructor_publishes_its_own_event_fails_and_does_not_end_the_process(HandlerLifetime lifetime)
    {
        using var provider = Container.Describe(Table(HandWrittenHandler.Class<Eager, OrderPlaced>(lifetime))).BuildChecked();
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();

        var exception = Record.Exception(() => publisher.Publish(new OrderPlaced()));

        Assert.NotNull(exception);
        Assert.Contains(lifetime == HandlerLifetime.Singleton ? nameof(Eager) : "order.placed", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Singleton_handler_is_created_once_when_threads_publish_first()
    {
        using var provider = Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>(HandlerLifetime.Singleton))).BuildChecked();
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();
        using var start = new Barrier(4);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(s_patience, Token);
                publisher.Publish(new OrderPlaced());
            },
            Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        var entries = provider.GetRequiredService<Journal>().Entries;
        Assert.Equal(4, entries.Count);
        Assert.Single(entries.Distinct());
    }

    /// <summary>
    /// One thread creates a singleton whose constructor publishes, the other publishes to a handler that needs that singleton. A lock held
    /// by the core while the container resolves would make each wait for the other.
    /// </summary>
    [Fact]
    public async Task First_publishes_while_the_container_creates_a_singleton_do_not_block_each_other()
    {
        var meeting = new Meeting();
        var services = Container.Describe(Table(
            HandWrittenHandler.Class<NeedsWarehouse, OrderPlaced>(HandlerLifetime.Singleton),
            HandWrittenHandler.Class<ShipJournal, OrderShipped>(HandlerLifetime.Singleton)));
        services.AddSingleton(meeting);
        services.AddSingleton<Door>();
        services.AddSingleton<Warehouse>();
        var provider = services.BuildChecked();
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();

        var creating = Task.Run(() => provider.GetRequiredService<Warehouse>(), Token);
        var publishing = Task.Run(() => publisher.Publish(new OrderPlaced()), Token);
        await Task.WhenAll(creating, publishing).WaitAsync(s_patience, Token);

        Assert.Equal(2, provider.GetRequiredService<Journal>().Entries.Count);
        await provider.DisposeAsync();
    }

    private sealed class Shipper(IDomainEventPublisher publisher) : IDomainEventHandler<OrderPlaced>
    {
        public void Handle(OrderPlaced domainEvent) => publisher.Publish(new OrderShipped());
    }

    private sealed class Eager : IDomainEventHandler<OrderPlaced>
    {
        public Eager(IDomainEventPublisher publisher) => publisher.Publish(new OrderPlaced());

        public void Handle(OrderPlaced domainEvent)
        {
        }
    }

    private sealed class Meeting
    {
        public ManualResetEventSlim WarehouseIsBeingCreated { get; } = new();

        public ManualResetEventSlim HandlerIsBeingCreated { get; } = new();
    }

    private sealed class Door
    {
        public Door(Meeting meeting)
        {
            meeting.HandlerIsBeingCreated.Set();
            Assert.True(meeting.WarehouseIsBeingCreated.Wait(s_patience, Token));
        }
    }

    private sealed class Warehouse
    {
        public Warehouse(Meeting meeting, IDomainEventPublisher publisher)
        {
            meeting.WarehouseIsBeingCreated.Set();
            Assert.True(meeting.HandlerIsBeingCreated.Wait(s_patience, Token));
            publisher.Publish(new OrderShipped());
        }
    }

    private sealed class NeedsWarehouse(Door door, Warehouse warehouse, Journal journal) : IDomainEventHandler<OrderPlaced>
    {
        public void Handle(OrderPlaced domainEvent) => journal.Add((door, warehouse));
    }

    private sealed class ShipJournal(Journal journal) : IDomainEventHandler<OrderShipped>
    {
        public void Handle(OrderShipped domainEvent) => journal.Add(this);
    }
}
