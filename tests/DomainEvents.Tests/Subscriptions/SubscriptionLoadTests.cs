using System.Runtime.CompilerServices;
using DomainEvents.Subscriptions;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Subscriptions;

public sealed class SubscriptionLoadTests
{
    /// <summary>
    /// A subscription and its share of arrays, each half as large as the next. Copying the list each time would take 80 gigabytes for
    /// 100,000 of them.
    /// </summary>
    [Theory]
    [InlineData(LoadKind.Plain, 100_000, 85)]
    [InlineData(LoadKind.Plain, 1_000_000, 85)]
    [InlineData(LoadKind.Weak, 100_000, 120)]
    [InlineData(LoadKind.WeakAsync, 100_000, 120)]
    [InlineData(LoadKind.Owned, 100_000, 170)]
    [InlineData(LoadKind.All, 100_000, 85)]
    [InlineData(LoadKind.TwoTopics, 100_000, 120)]
    internal void Adding_and_disposing_cost_the_same_however_many_there_are(LoadKind kind, int count, int bytes)
    {
        using var publisher = new TestModule().Publisher();
        var subscriptions = new EventSubscription[count];
        publisher.Publish(new OrderPlaced());

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < count; i++)
        {
            subscriptions[i] = Subscribe(publisher, kind, i);
        }

        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 40, bytes);
        Assert.Equal(0, publisher.Subscriptions.Count);
    }

    [Theory]
    [InlineData(LoadKind.Plain)]
    [InlineData(LoadKind.Owned)]
    [InlineData(LoadKind.All)]
    [InlineData(LoadKind.TwoTopics)]
    internal void Subscription_that_comes_and_goes_beside_others_that_stay_is_let_go_at_once(LoadKind kind)
    {
        using var publisher = new TestModule().Publisher();
        var order = new List<int>();
        for (var i = 0; i < 80; i++)
        {
            var number = i;
            if (i % 2 == 0)
            {
                publisher.Subscribe<OrderPlaced>(_ => { order.Add(number); });
            }
            else
            {
                publisher.Subscribe<ITenantEvent>(_ => { order.Add(number); });
            }

            publisher.SubscribeAll(static _ => { });
        }

        publisher.Publish(new OrderPlaced());
        order.Clear();
        WeakReference[] gone = [.. Enumerable.Range(0, 30).Select(number => ComeAndGo(publisher, kind, number))];
        GC.Collect();

        Assert.DoesNotContain(gone, static subscription => subscription.IsAlive);
        publisher.Publish(new OrderPlaced());
        Assert.Equal(Enumerable.Range(0, 80), order);
        Assert.Equal(160, publisher.Subscriptions.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ComeAndGo(DomainEventPublisher publisher, LoadKind kind, int number)
    {
        var subscription = Subscribe(publisher, kind, number);
        subscription.Dispose();
        return new WeakReference(subscription);
    }

    [Fact]
    public void UnsubscribeOwner_ends_100000_of_one_owner()
    {
        const int Count = 100_000;
        using var publisher = new TestModule().Publisher();
        for (var i = 0; i < Count; i++)
        {
            publisher.SubscribeOwned<OrderPlaced>(this, static _ => { });
        }

        var other = publisher.SubscribeOwned<OrderPlaced>(publisher, static _ => { });

        Assert.Equal(Count, publisher.UnsubscribeOwner(this));
        Assert.Equal(1, publisher.Subscriptions.Count);
        Assert.True(other.IsActive);
    }

    [Fact]
    public void Subscriptions_come_and_go_while_others_publish()
    {
        const int Publishes = 20_000;
        using var publisher = new TestModule().Publisher();
        var steady = 0;
        publisher.Subscribe<OrderPlaced>(_ => { Interlocked.Increment(ref steady); });

        void Publish()
        {
            for (var i = 0; i < Publishes; i++)
            {
                publisher.Publish(new OrderPlaced());
            }
        }

        void Churn()
        {
            var random = new Random(1);
            var live = new List<EventSubscription>();
            for (var i = 0; i < Publishes; i++)
            {
                if (live.Count < 20 || random.Next(2) == 0)
                {
                    var subscription = random.Next(3) switch
                    {
                        0 => publisher.Subscribe<OrderPlaced>(_ => { }),
                        1 => publisher.Subscribe<ITenantEvent>(_ => { }),
                        _ => publisher.SubscribeAll(_ => { }),
                    };
                    live.Add(subscription);
                }
                else
                {
                    var at = random.Next(live.Count);
                    live[at].Dispose();
                    live.RemoveAt(at);
                }
            }

            live.ForEach(subscription => subscription.Dispose());
        }

        Parallel.Invoke(Publish, Publish, Churn, Churn);

        Assert.Equal(2 * Publishes, steady);
        Assert.Equal(1, publisher.Subscriptions.Count);
    }

    [Fact]
    public void Subscription_made_before_a_publish_gets_it_whatever_the_other_threads_do()
    {
        const int Rounds = 5_000;
        using var publisher = new TestModule().Publisher();
        var lost = 0;

        void Run()
        {
            for (var i = 0; i < Rounds; i++)
            {
                var number = Environment.CurrentManagedThreadId;
                var calls = 0;
                using (publisher.Subscribe<OrderPlaced>(e =>
                {
                    // Only this thread writes: the others' events come here too.
                    if (e.Number == number)
                    {
                        calls++;
                    }
                }))
                {
                    publisher.Publish(new OrderPlaced(number));
                }

                publisher.Publish(new OrderPlaced(number));
                Interlocked.Add(ref lost, calls == 1 ? 0 : 1);
            }
        }

        Parallel.Invoke(Run, Run, Run);

        Assert.Equal(0, lost);
    }

    [Fact]
    public void First_publishes_on_several_threads_lose_no_subscription()
    {
        for (var round = 0; round < 300; round++)
        {
            using var publisher = new TestModule().Publisher();
            var calls = 0;
            publisher.Subscribe<ITenantEvent>(_ => { Interlocked.Increment(ref calls); });

            Parallel.Invoke(
                () => publisher.Publish(new OrderPlaced()),
                () => publisher.Publish(new OrderPaid(1)),
                () => publisher.Subscribe<OrderPlaced>(_ => { }),
                () => publisher.Publish(new OrderPlaced()));

            Assert.Equal(3, calls);
        }
    }

    [Fact]
    public void Asynchronous_subscriptions_that_come_and_go_never_make_a_synchronous_publish_skip_one()
    {
        const int Rounds = 5_000;
        using var publisher = new TestModule().Publisher();
        var refused = 0;

        void Churn()
        {
            for (var i = 0; i < Rounds; i++)
            {
                publisher.Subscribe<OrderPlaced>(_ => Task.CompletedTask).Dispose();
            }
        }

        void Publish()
        {
            for (var i = 0; i < Rounds; i++)
            {
                try
                {
                    publisher.Publish(new OrderPlaced());
                }
                catch (AsyncHandlersException exception)
                {
                    refused += exception.Handlers.Count > 0 ? 1 : 0;
                }
            }
        }

        Parallel.Invoke(Churn, Publish);
        publisher.Publish(new OrderPlaced());

        Assert.InRange(refused, 0, Rounds);
        Assert.Equal(0, publisher.Subscriptions.Count);
    }

    [Fact]
    public void List_readers_see_what_was_there_when_they_began()
    {
        var list = new SubscriptionList();
        var topic = new Topic(null!, typeof(OrderPlaced));
        var items = Enumerable.Range(0, 40).Select(_ => new ActionSubscription<OrderPlaced>(_ => { })).ToArray();
        Array.ForEach(items, item => item.Register(topic, 0));
        list.Add(items[0]);
        list.Add(items[1]);
        var snapshot = list.Current;
        var count = snapshot.Count;

        foreach (var item in items.Skip(2))
        {
            list.Add(item);
        }

        foreach (var item in items.Skip(1))
        {
            item.Release();
            list.NoteEnded(item);
        }

        Assert.Equal([items[0], items[1]], snapshot.Items.Take(count));
        Assert.Equal(items[0], list.Current.Items[0]);
        Assert.InRange(list.Current.Count, 1, 10);
    }

    private static EventSubscription Subscribe(DomainEventPublisher publisher, LoadKind kind, int number) => kind switch
    {
        LoadKind.Plain => publisher.Subscribe<OrderPlaced>(static _ => { }),
        LoadKind.Weak => publisher.SubscribeWeak<DomainEventPublisher, OrderPlaced>(publisher, static (_, _) => { }),
        LoadKind.WeakAsync => publisher.SubscribeWeak<DomainEventPublisher, OrderPlaced>(publisher, static (_, _, _) => default),
        LoadKind.Owned => publisher.SubscribeOwned<OrderPlaced>(publisher, static _ => { }),
        LoadKind.All => publisher.SubscribeAll(static _ => { }),
        _ => number % 2 == 0 ? publisher.Subscribe<OrderPlaced>(static _ => { }) : publisher.Subscribe<ITenantEvent>(static _ => { }),
    };

    /// <summary>What 100,000 subscriptions are of.</summary>
    internal enum LoadKind
    {
        Plain,
        Weak,
        WeakAsync,
        Owned,
        All,
        TwoTopics,
    }
}
