using DomainEvents.Tests.Identity;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Subscriptions;

public sealed class SubscriptionRegistryTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Snapshot_describes_the_active_subscriptions_in_order()
    {
        using var publisher = Publisher();
        publisher.Subscribe<OrderPlaced>(_ => { });
        _clock.Advance(TimeSpan.FromMinutes(1));
        publisher.SubscribeAll(_ => { });
        publisher.SubscribeOwned<OrderPaid>(this, _ => { });
        publisher.Subscribe<OrderPaid>(_ => { }).Dispose();
        _clock.Advance(TimeSpan.FromMinutes(1));
        publisher.Publish(new OrderPlaced());

        var rows = publisher.Subscriptions.Snapshot();

        Assert.Equal(3, publisher.Subscriptions.Count);
        Assert.Equal([typeof(OrderPlaced), typeof(IDomainEvent), typeof(OrderPaid)], rows.Select(row => row.EventType));
        Assert.Equal([null, null, this], rows.Select(row => row.Owner));
        Assert.Equal(TestClock.Start, rows[0].RegisteredAt);
        Assert.Equal(TestClock.Start.AddMinutes(1), rows[1].RegisteredAt);
        Assert.Equal([TestClock.Start.AddMinutes(2), TestClock.Start.AddMinutes(2), null], rows.Select(row => row.LastCalledAt));
        Assert.All(rows, row => Assert.Equal(0, row.Calls));
        Assert.All(rows, row => Assert.Null(row.CreationStack));
    }

    [Fact]
    public void Subscriptions_of_one_moment_have_one_time_and_are_unused_together()
    {
        using var publisher = Publisher();
        publisher.Subscribe<OrderPlaced>(_ => { });
        publisher.SubscribeOwned<OrderPaid>(this, _ => { });
        publisher.SubscribeAll(_ => { });

        Assert.All(publisher.Subscriptions.Snapshot(), row => Assert.Equal(TestClock.Start, row.RegisteredAt));
        Assert.Equal(0, publisher.Subscriptions.RemoveUnused(TimeSpan.Zero));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, publisher.Subscriptions.RemoveUnused(TimeSpan.FromHours(1)));
        _clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(3, publisher.Subscriptions.RemoveUnused(TimeSpan.FromHours(1)));
    }

    [Fact]
    public void Clock_that_jumps_there_and_back_leaves_no_time_in_the_future_and_the_order_as_it_was()
    {
        var called = new List<string>();
        using var publisher = Publisher();
        publisher.Subscribe<OrderPlaced>(_ => called.Add("before"));
        _clock.Advance(TimeSpan.FromDays(400));
        publisher.Subscribe<OrderPlaced>(_ => called.Add("during"));
        publisher.Subscribe<ITenantEvent>(_ => called.Add("during, interface"));
        publisher.Publish(new OrderPlaced());
        _clock.Advance(TimeSpan.FromDays(-400));
        publisher.Subscribe<OrderPlaced>(_ => called.Add("after"));

        Assert.All(publisher.Subscriptions.Snapshot(), row =>
        {
            Assert.Equal(TestClock.Start, row.RegisteredAt);
            Assert.True(row.LastCalledAt is null || row.LastCalledAt <= TestClock.Start);
        });
        called.Clear();
        publisher.SubscribeOwned<OrderEvent>(this, _ => { }).Dispose();
        publisher.Publish(new OrderPlaced());
        Assert.Equal(["before", "during", "during, interface", "after"], called);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(4, publisher.Subscriptions.RemoveUnused(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void TrackCalls_counts_the_calls()
    {
        using var publisher = Publisher(options => options.TrackCalls = true);
        publisher.Subscribe<OrderPlaced>(_ => { });
        publisher.SubscribeAll(_ => { });

        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPaid(1));

        var rows = publisher.Subscriptions.Snapshot();
        Assert.Equal([2, 3], rows.Select(row => row.Calls));
        Assert.Equal(TestClock.Start, rows[0].LastCalledAt);
    }

    [Fact]
    public void TrackCreation_keeps_the_stack()
    {
        using var publisher = Publisher(options => options.TrackCreation = true);
        publisher.Subscribe<OrderPlaced>(_ => { });

        var row = Assert.Single(publisher.Subscriptions.Snapshot());

        Assert.Contains(nameof(TrackCreation_keeps_the_stack), row.CreationStack);
        Assert.Equal(0, row.Calls);
    }

    [Fact]
    public void RemoveUnused_ends_those_registered_before_the_span_and_not_called_within_it()
    {
        using var publisher = Publisher();
        var neverCalled = publisher.Subscribe<OrderPaid>(_ => { });
        var calledLongAgo = publisher.Subscribe<ITenantEvent>(_ => { });
        var calledLately = publisher.Subscribe<OrderShipped>(_ => { });
        publisher.Publish(new OrderPlaced());
        _clock.Advance(TimeSpan.FromMinutes(20));
        var young = publisher.Subscribe<OrderPaid>(_ => { });
        publisher.Publish(new OrderShipped());
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, publisher.Subscriptions.RemoveUnused(TimeSpan.FromMinutes(30)));
        _clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(2, publisher.Subscriptions.RemoveUnused(TimeSpan.FromMinutes(30)));

        Assert.False(neverCalled.IsActive);
        Assert.False(calledLongAgo.IsActive);
        Assert.True(calledLately.IsActive);
        Assert.True(young.IsActive);
        Assert.Throws<ArgumentOutOfRangeException>(() => publisher.Subscriptions.RemoveUnused(TimeSpan.FromTicks(-1)));
    }

    [Fact]
    public void System_clock_gives_plausible_times()
    {
        using var publisher = new TestModule().Publisher();
        publisher.Subscribe<OrderPlaced>(_ => { });
        publisher.Publish(new OrderPlaced());

        var row = Assert.Single(publisher.Subscriptions.Snapshot());

        Assert.InRange(row.RegisteredAt, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.InRange(row.LastCalledAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    private DomainEventPublisher Publisher(Action<DomainEventPublisherOptions>? configure = null) => new TestModule().Publisher(options =>
    {
        options.TimeProvider = _clock;
        configure?.Invoke(options);
    });
}
