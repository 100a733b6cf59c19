using DomainEvents.Subscriptions;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Subscriptions;

public sealed class SubscriptionLoadTests
{
    [Fact]
    public void List_of_many_subscriptions_moves_each_a_bounded_number_of_times()
    {
        const int Count = 100_000;
        using var publisher = new TestModule().Publisher();
        var subscriptions = new EventSubscription[Count];
        publisher.Publish(new OrderPlaced());

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
        {
            subscriptions[i] = publisher.Subscribe<OrderPlaced>(static _ => { });
        }

        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }

        // 48 bytes a subscription and the arrays, each half as large as the next: copying the list each time would take 80 gigabytes.
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 48, 120);
        Assert.Equal(0, publisher.Subscriptions.Count);
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
        var items = Enumerable.Range(0, 40).Select(_ => new ActionSubscription<OrderPlaced>(_ => { })).ToArray();
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
}
