using System.Runtime.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Subscriptions;

/// <summary>A million subscriptions: each step may cost what it costs a million times, and no more.</summary>
public sealed class MillionSubscriptionsTests
{
    private const int Count = 1_000_000;

    /// <summary>
    /// A subscription and its delegate or weak reference take some 100 bytes, the arrays that double as many as 3 times 8 bytes more. One
    /// copy of the list too many, made for each of them, would be 8 megabytes a subscription.
    /// </summary>
    private const int BytesForEach = 250;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Half_of_a_million_goes_and_the_rest_is_called_in_order(bool weak)
    {
        using var publisher = new TestModule().Publisher();
        var tally = new Tally();
        var followers = Enumerable.Range(0, Count).Select(number => new Follower(tally, number)).ToArray();
        var subscriptions = new EventSubscription[Count];
        publisher.Publish(new OrderPlaced());

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
        {
            subscriptions[i] = Follow(publisher, followers[i], weak);
        }

        publisher.Publish(new OrderPlaced());
        Assert.Equal((Count, 0), tally.Take());
        Assert.Equal(Count, publisher.Subscriptions.Count);

        for (var i = 0; i < Count; i += 2)
        {
            subscriptions[i].Dispose();
        }

        publisher.Publish(new OrderPlaced());
        Assert.Equal((Count / 2, 0), tally.Take());
        Assert.Equal(Count / 2, publisher.Subscriptions.Count);

        using (var newcomer = Follow(publisher, new Follower(tally, Count), weak))
        {
            publisher.Publish(new OrderPlaced());
            Assert.Equal(Count, tally.Last);
            Assert.Equal(((Count / 2) + 1, 0), tally.Take());
        }

        // Forwards and backwards: neither end of the list is a cheap one.
        for (var i = 1; i < Count / 2; i += 2)
        {
            subscriptions[i].Dispose();
            subscriptions[Count - i].Dispose();
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 1, BytesForEach);
        publisher.Publish(new OrderPlaced());
        Assert.Equal((0, 0), tally.Take());
        Assert.Equal(0, publisher.Subscriptions.Count);
        GC.KeepAlive(followers);
    }

    [Fact]
    public void Million_weak_subscriptions_go_with_their_targets_at_the_next_publish()
    {
        using var publisher = new TestModule().Publisher();
        var tally = new Tally();
        var kept = new Follower(tally, Count);
        FollowUnheld(publisher, tally);
        Follow(publisher, kept, weak: true);
        Collect();

        var before = GC.GetAllocatedBytesForCurrentThread();
        publisher.Publish(new OrderPlaced());

        Assert.Equal((1, 0), tally.Take());
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Count, 0, 32);
        Assert.Equal(1, publisher.Subscriptions.Count);
        GC.KeepAlive(kept);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FollowUnheld(DomainEventPublisher publisher, Tally tally)
    {
        for (var i = 0; i < Count; i++)
        {
            Follow(publisher, new Follower(tally, i), weak: true);
        }
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static EventSubscription Follow(DomainEventPublisher publisher, Follower follower, bool weak) => weak
        ? publisher.SubscribeWeak<Follower, OrderPlaced>(follower, static (self, _) => self.Note())
        : publisher.Subscribe<OrderPlaced>(follower.On);

    /// <summary>How many were called, and how many of them before one that came earlier.</summary>
    private sealed class Tally
    {
        private int _calls;
        private int _misplaced;

        public int Last { get; private set; } = -1;

        public void Note(int number)
        {
            _calls++;
            _misplaced += number > Last ? 0 : 1;
            Last = number;
        }

        public (int Calls, int Misplaced) Take()
        {
            var taken = (_calls, _misplaced);
            (_calls, _misplaced, Last) = (0, 0, -1);
            return taken;
        }
    }

    private sealed class Follower(Tally tally, int number)
    {
        public void On(OrderPlaced domainEvent) => Note();

        public void Note() => tally.Note(number);
    }
}
