using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.Pooling;

public sealed class EventPoolTests
{
    [Fact]
    public void Put_keeps_at_most_a_hundred()
    {
        var put = Enumerable.Range(0, 150).Select(_ => new Crowd()).ToHashSet();
        foreach (var domainEvent in put)
        {
            EventPool<Crowd>.Put(domainEvent);
        }

        Assert.Equal(EventPool<Crowd>.Capacity, TakeAll<Crowd>().Count(put.Contains));
    }

    [Fact]
    public void Put_keeps_at_most_a_hundred_of_several_threads()
    {
        var threads = Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 60; i++)
            {
                EventPool<Throng>.Put(new Throng());
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        // What waited for the threads alone is gone with them.
        Assert.InRange(TakeAll<Throng>().Count, 1, EventPool<Throng>.Capacity);
    }

    [Fact]
    public void TryTake_gives_the_last_of_the_thread_first_and_each_once()
    {
        var (first, second) = (new Pair(), new Pair());
        EventPool<Pair>.Put(first);
        EventPool<Pair>.Put(second);

        Assert.True(EventPool<Pair>.TryTake(out var taken));
        Assert.Same(first, taken);
        Assert.True(EventPool<Pair>.TryTake(out taken));
        Assert.Same(second, taken);
        Assert.False(EventPool<Pair>.TryTake(out taken));
        Assert.Null(taken);
    }

    [Fact]
    public void Events_travel_between_threads_and_none_is_rented_twice()
    {
        for (var i = 0; i < 50; i++)
        {
            EventPool<Traveller>.Put(new Traveller());
        }

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, _ =>
        {
            var traveller = EventPool<Traveller>.TryTake(out var waiting) ? waiting : new Traveller();
            Assert.Equal(1, Interlocked.Increment(ref traveller.Users));
            Interlocked.Decrement(ref traveller.Users);
            EventPool<Traveller>.Put(traveller);
        });
    }

    [Fact]
    public void Taking_and_putting_allocates_nothing()
    {
        EventPool<Quiet>.Put(new Quiet());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(EventPool<Quiet>.TryTake(out var taken));
            EventPool<Quiet>.Put(taken);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void End_by_two_threads_at_once_succeeds_for_one()
    {
        for (var round = 0; round < 200; round++)
        {
            var holder = new Holder();
            var failures = 0;
            Parallel.Invoke(Enumerable.Repeat<Action>(() =>
            {
                try
                {
                    holder.Lease.End("order.placed");
                }
                catch (InvalidOperationException)
                {
                    Interlocked.Increment(ref failures);
                }
            }, 2).ToArray());

            Assert.Equal(1, failures);
        }
    }

    [Fact]
    public void Lease_that_ended_refuses_use_and_detaching_until_it_begins_again()
    {
        var lease = default(EventLease);
        Assert.True(lease.End("order.placed"));

        Assert.Contains("'order.placed' is used after", Assert.Throws<InvalidOperationException>(() => lease.ThrowIfReturned("order.placed")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => lease.Detach("order.placed"));

        lease.Begin();
        lease.ThrowIfReturned("order.placed");
        lease.Detach("order.placed");
        Assert.False(lease.End("order.placed"));
    }

    private static List<T> TakeAll<T>()
        where T : class
    {
        var taken = new List<T>();
        while (EventPool<T>.TryTake(out var next))
        {
            taken.Add(next);
        }

        return taken;
    }

    private sealed class Crowd;

    private sealed class Throng;

    private sealed class Pair;

    private sealed class Quiet;

    private sealed class Traveller
    {
        public int Users;
    }

    private sealed class Holder
    {
        public EventLease Lease;
    }
}
