using DomainEvents.Tests.Identity;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Subscriptions;

/// <summary>Subscribers that do what they should not, and publishers that are gone.</summary>
public sealed class SubscriberAbuseTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void Handler_that_ends_its_own_subscription_and_throws_is_named_and_stops_nobody()
    {
        using var publisher = new TestModule().Publisher();
        EventSubscription own = null!;
        own = publisher.SubscribeOwned(this, new Action<OrderPlaced>(_ =>
        {
            own.Dispose();
            throw new FormatException();
        }));
        publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("other"); });

        var error = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
        publisher.Publish(new OrderPlaced());

        Assert.Equal([$"subscription of {typeof(SubscriberAbuseTests)} to {typeof(OrderPlaced)}"], error.FailedHandlers);
        Assert.Equal(["other", "other"], _calls);
    }

    [Fact]
    public async Task Handler_that_hangs_holds_up_its_own_publish_alone()
    {
        var publisher = new TestModule().Publisher();
        var never = new TaskCompletionSource();
        var hanging = publisher.Subscribe<OrderPlaced>(_ => never.Task);
        publisher.Subscribe<OrderPaid>(_ => { _calls.Add("paid"); });
        var publishing = publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);

        publisher.Publish(new OrderPaid(1));
        publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("placed"); });
        hanging.Dispose();
        publisher.Publish(new OrderPlaced());
        publisher.Dispose();

        Assert.Equal(["paid", "placed"], _calls);
        Assert.False(publishing.IsCompleted);
        never.SetResult();
        await publishing;
    }

    [Fact]
    public void Handler_that_subscribes_at_each_call_adds_one_at_a_time()
    {
        using var publisher = new TestModule().Publisher();
        void Subscribe() => publisher.Subscribe<OrderPlaced>(_ =>
        {
            _calls.Add("call");
            Subscribe();
        });
        Subscribe();

        for (var publishes = 0; publishes < 8; publishes++)
        {
            publisher.Publish(new OrderPlaced());
        }

        Assert.Equal(255, _calls.Count);
        Assert.Equal(256, publisher.Subscriptions.Count);
    }

    [Fact]
    public void Handler_that_publishes_its_own_event_stops_at_the_depth_allowed()
    {
        using var publisher = new TestModule().Publisher(options => options.MaxDepth = 10);
        publisher.Subscribe<OrderPlaced>(e =>
        {
            _calls.Add("call");
            publisher.Publish(e);
        });

        Assert.Throws<EventNestingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Equal(10, _calls.Count);
    }

    [Fact]
    public void Handler_that_disposes_the_publisher_ends_the_subscriptions_after_it()
    {
        var publisher = new TestModule().Publisher();
        publisher.Subscribe<OrderPlaced>(_ => publisher.Dispose());
        var second = publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("second"); });

        publisher.Publish(new OrderPlaced());

        Assert.Empty(_calls);
        Assert.False(second.IsActive);
        Assert.Throws<ObjectDisposedException>(() => publisher.Publish(new OrderPlaced()));
    }

    [Fact]
    public async Task Cancelled_token_reaches_no_subscriber()
    {
        using var publisher = new TestModule().Publisher();
        publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("call"); });
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await publisher.PublishAsync(new OrderPlaced(), cancelled));

        Assert.Empty(_calls);
        Assert.Null(Assert.Single(publisher.Subscriptions.Snapshot()).LastCalledAt);
    }

    [Fact]
    public void Disposed_publisher_refuses_each_way_to_subscribe_and_has_let_go_of_everything()
    {
        var publisher = new TestModule().Publisher();
        var before = publisher.SubscribeOwned<OrderPlaced>(this, _ => { });
        publisher.SubscribeWeak<object, OrderPlaced>(this, static (_, _) => { });

        publisher.Dispose();

        Assert.Throws<ObjectDisposedException>(() => publisher.Subscribe<OrderPlaced>(_ => { }));
        Assert.Throws<ObjectDisposedException>(() => publisher.Subscribe<OrderPlaced>(_ => Task.CompletedTask));
        Assert.Throws<ObjectDisposedException>(() => publisher.Subscribe<OrderPlaced>((_, _) => default));
        Assert.Throws<ObjectDisposedException>(() => publisher.SubscribeAll(_ => { }));
        Assert.Throws<ObjectDisposedException>(() => publisher.SubscribeOwned<OrderPlaced>(this, _ => { }));
        Assert.Throws<ObjectDisposedException>(() => publisher.SubscribeOwned<OrderPlaced>(this, _ => Task.CompletedTask));
        Assert.Throws<ObjectDisposedException>(() => publisher.SubscribeWeak<object, OrderPlaced>(this, (_, _) => { }));
        Assert.Throws<ObjectDisposedException>(() => publisher.SubscribeWeak<object, OrderPlaced>(this, (_, _) => Task.CompletedTask));
        Assert.Throws<ObjectDisposedException>(() => publisher.SubscribeOn<OrderPlaced>(new QueueContext(), _ => { }));
        Assert.Throws<ObjectDisposedException>(() => publisher.SubscribeOn<OrderPlaced>(new QueueContext(), _ => Task.CompletedTask));
        before.Dispose();
        Assert.Equal(0, publisher.UnsubscribeOwner(this));
        Assert.Equal(0, publisher.Subscriptions.Count);
        Assert.Empty(publisher.Subscriptions.Snapshot());
        Assert.Equal(0, publisher.Subscriptions.RemoveUnused(TimeSpan.Zero));
    }

    [Fact]
    public void Clock_that_jumps_back_neither_changes_the_order_nor_makes_subscriptions_look_unused()
    {
        var clock = new TestClock();
        using var publisher = new TestModule().Publisher(options => options.TimeProvider = clock);
        publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("first"); });
        publisher.Publish(new OrderPlaced());
        clock.Advance(-TimeSpan.FromHours(1));
        publisher.Subscribe<ITenantEvent>(_ => { _calls.Add("second"); });
        _calls.Clear();

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["first", "second"], _calls);
        Assert.Equal([typeof(OrderPlaced), typeof(ITenantEvent)], publisher.Subscriptions.Snapshot().Select(row => row.EventType));
        Assert.Equal(0, publisher.Subscriptions.RemoveUnused(TimeSpan.FromMinutes(1)));
        Assert.Equal(0, publisher.Subscriptions.RemoveUnused(TimeSpan.MaxValue));
    }
}
