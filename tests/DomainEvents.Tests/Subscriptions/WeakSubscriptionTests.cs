using System.Runtime.CompilerServices;
using DomainEvents.Subscriptions;
using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Observation;

namespace DomainEvents.Tests.Subscriptions;

public sealed class WeakSubscriptionTests : IDisposable
{
    private readonly DomainEventPublisher _publisher = new TestModule().Publisher();

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public void SubscribeWeak_calls_the_handler_with_a_living_target()
    {
        var target = new List<int>();
        using var subscription = _publisher.SubscribeWeak<List<int>, OrderPlaced>(target, static (list, e) => list.Add(e.Number));

        _publisher.Publish(new OrderPlaced(7));

        Assert.Equal([7], target);
        Assert.True(subscription.IsActive);
    }

    [Fact]
    public void SubscribeWeak_does_not_keep_its_target_alive_and_a_publish_removes_it()
    {
        var subscription = SubscribeForgotten();
        CollectGarbage();

        Assert.False(subscription.IsActive);
        Assert.False(((Subscription)subscription).IsEnded);
        _publisher.Publish(new OrderPlaced());

        Assert.True(((Subscription)subscription).IsEnded);
        subscription.Dispose();
    }

    [Fact]
    public void SubscribeWeak_whose_target_is_gone_does_not_count()
    {
        SubscribeForgotten();
        var target = new List<int>();
        _publisher.SubscribeWeak<List<int>, OrderPlaced>(target, static (list, e) => list.Add(e.Number));
        CollectGarbage();

        Assert.Equal(1, _publisher.Subscriptions.Count);
        Assert.Same(target, Assert.Single(_publisher.Subscriptions.Snapshot()).Owner);
    }

    [Fact]
    public void SubscribeWeak_to_an_event_that_nobody_publishes_makes_room_by_itself()
    {
        var forgotten = Enumerable.Range(0, 64).Select(_ => SubscribeForgotten()).ToList();
        CollectGarbage();

        SubscribeForgotten();

        Assert.All(forgotten, subscription => Assert.True(((Subscription)subscription).IsEnded));
    }

    [Fact]
    public void Disposed_subscription_lets_go_of_its_handler()
    {
        var (subscription, reference) = SubscribeWithState();
        _publisher.Subscribe<OrderPlaced>(_ => { });

        subscription.Dispose();
        CollectGarbage();

        Assert.False(reference.IsAlive);
    }

    [Fact]
    public void Owner_is_let_go_when_its_last_subscription_ends()
    {
        var reference = SubscribeOwnedAndEnd();
        CollectGarbage();

        Assert.False(reference.IsAlive);
    }

    /// <summary>Ended subscriptions stay in the list until they are more than half: they must not take their owners with them.</summary>
    [Fact]
    public void Owner_is_let_go_while_others_stay_subscribed()
    {
        _publisher.Subscribe<OrderPlaced>(_ => { });
        var reference = SubscribeOwnedAndEnd();
        CollectGarbage();

        Assert.False(reference.IsAlive);
    }

    [Fact]
    public void Ended_subscription_that_somebody_keeps_does_not_keep_its_owner()
    {
        var (subscription, reference) = SubscribeOwned();

        subscription.Dispose();
        CollectGarbage();

        Assert.False(reference.IsAlive);
        Assert.False(subscription.IsActive);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Publishes_tracking_observers_and_snapshots_keep_no_target_alive(bool isObserved)
    {
        using var publisher = new TestModule().Publisher(options =>
        {
            options.TrackCalls = true;
            options.TrackCreation = true;
        });
        using var attachment = isObserved ? publisher.Observers.Attach(new RecordingObserver()) : null;
        publisher.Subscribe<ITenantEvent>(_ => { });
        publisher.SubscribeAll(_ => { });

        var targets = Use(publisher);
        CollectGarbage();

        Assert.All(targets, static target => Assert.False(target.IsAlive));
        Assert.Equal(2, publisher.Subscriptions.Count);
    }

    [Fact]
    public async Task SubscribeWeak_to_an_asynchronous_handler_ends_with_its_target()
    {
        var subscription = SubscribeForgottenAsync();
        CollectGarbage();

        Assert.False(subscription.IsActive);

        // Refused while the target lives; nobody is left who could be asynchronous.
        _publisher.Publish(new OrderPlaced());
        Assert.True(((Subscription)subscription).IsEnded);

        var second = SubscribeForgottenAsync();
        CollectGarbage();
        await _publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken);
        Assert.True(((Subscription)second).IsEnded);
    }

    [Fact]
    public void Publish_removes_100000_whose_targets_are_gone()
    {
        const int Count = 100_000;
        var living = new List<int>();
        var subscriptions = Enumerable.Range(0, Count)
            .Select(i => i % 1000 == 0
                ? _publisher.SubscribeWeak<List<int>, OrderPlaced>(living, static (list, e) => list.Add(e.Number))
                : SubscribeForgotten())
            .ToList();
        CollectGarbage();

        _publisher.Publish(new OrderPlaced(7));

        Assert.Equal(Count / 1000, living.Count);
        Assert.Equal(Count / 1000, subscriptions.Count(static subscription => !((Subscription)subscription).IsEnded));
        GC.KeepAlive(living);
    }

    private static void CollectGarbage()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Use(DomainEventPublisher publisher)
    {
        var target = new List<int>();
        var asynchronous = new List<int>();
        var owner = new List<int>();
        publisher.SubscribeWeak<List<int>, OrderPlaced>(target, static (list, e) => list.Add(e.Number));
        publisher.SubscribeWeak<List<int>, OrderPaid>(asynchronous, static async (list, _) =>
        {
            await Task.CompletedTask;
            list.Add(1);
        });
        publisher.SubscribeOwned<OrderPlaced>(owner, e => owner.Add(e.Number));
        publisher.Publish(new OrderPlaced(1));
        publisher.PublishAsync(new OrderPaid(1), CancellationToken.None).AsTask().GetAwaiter().GetResult();
        Assert.Contains(publisher.Subscriptions.Snapshot(), row => row.Owner == target);
        publisher.UnsubscribeOwner(owner);
        Assert.Equal([1, 1, 1], (int[])[target.Count, asynchronous.Count, owner.Count]);
        return [new WeakReference(target), new WeakReference(asynchronous), new WeakReference(owner)];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private EventSubscription SubscribeForgottenAsync() =>
        _publisher.SubscribeWeak<List<int>, OrderPlaced>([], static (list, e) =>
        {
            list.Add(e.Number);
            return Task.CompletedTask;
        });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (EventSubscription Subscription, WeakReference Reference) SubscribeOwned()
    {
        var owner = new object();
        return (_publisher.SubscribeOwned<OrderPlaced>(owner, _ => { }), new WeakReference(owner));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private EventSubscription SubscribeForgotten() =>
        _publisher.SubscribeWeak<List<int>, OrderPlaced>([], static (list, e) => list.Add(e.Number));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (EventSubscription Subscription, WeakReference Reference) SubscribeWithState()
    {
        var state = new List<int>();
        return (_publisher.Subscribe<OrderPlaced>(e => state.Add(e.Number)), new WeakReference(state));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference SubscribeOwnedAndEnd()
    {
        var owner = new object();
        _publisher.SubscribeOwned<OrderPlaced>(owner, _ => { }).Dispose();
        _publisher.SubscribeOwned<OrderPlaced>(owner, _ => { });
        _publisher.UnsubscribeOwner(owner);
        return new WeakReference(owner);
    }
}
