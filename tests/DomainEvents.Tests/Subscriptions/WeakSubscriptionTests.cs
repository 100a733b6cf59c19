using System.Runtime.CompilerServices;
using DomainEvents.Subscriptions;
using DomainEvents.Tests.Modules;

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

    private static void CollectGarbage()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
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
