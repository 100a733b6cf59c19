using System.Globalization;
using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Identity;

public sealed class DomainEventClockTests
{
    private readonly TestClock _clock = new();

    [Fact]
    public void Event_gets_the_systems_time_and_increasing_ids()
    {
        var before = DateTimeOffset.UtcNow;
        var first = new OrderPlaced();
        var second = new OrderPlaced();

        Assert.InRange(first.OccurredAt, before, DateTimeOffset.UtcNow);
        Assert.Equal(TimeSpan.Zero, first.OccurredAt.Offset);
        Assert.True(second.EventId.CompareTo(first.EventId) > 0);
        Assert.Equal(7, first.EventId.Version);
    }

    [Fact]
    public void Use_replaces_id_and_time_with_one_reading_until_it_is_disposed()
    {
        using (DomainEventClock.Use(_clock))
        {
            var domainEvent = new OrderPlaced();
            Assert.Equal(TestClock.Start, domainEvent.OccurredAt);
            Assert.StartsWith(TestClock.Start.ToUnixTimeMilliseconds().ToString("x12"), domainEvent.EventId.ToString("N"));
            Assert.Equal(1, _clock.Readings);
        }

        Assert.NotEqual(TestClock.Start, new OrderPlaced().OccurredAt);
        Assert.Equal(1, _clock.Readings);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2000-01-01T00:00:00Z")]
    [InlineData("2001-02-03T04:05:06.789+09:00")]
    [InlineData("2500-01-01T00:00:00-05:00")]
    public void Use_takes_clocks_of_any_time_and_offset(string time)
    {
        _clock.Now = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        using var use = DomainEventClock.Use(_clock);

        var first = new OrderPlaced();
        _clock.Advance(TimeSpan.FromDays(365));
        var later = new OrderPlaced();

        Assert.Equal(TimeSpan.Zero, first.OccurredAt.Offset);
        Assert.Equal(_clock.Now, later.OccurredAt);
        Assert.StartsWith(later.OccurredAt.ToUnixTimeMilliseconds().ToString("x12"), later.EventId.ToString("N"));
        Assert.StartsWith(first.OccurredAt.ToUnixTimeMilliseconds().ToString("x12"), first.EventId.ToString("N"));
        Assert.True(later.EventId.CompareTo(first.EventId) > 0);
    }

    [Fact]
    public async Task Use_follows_the_flow_and_leaves_others_alone()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = StampLater();
        using (DomainEventClock.Use(_clock))
        {
            gate.SetResult();
            Assert.NotEqual(TestClock.Start, (await other).OccurredAt);
            await Task.Yield();
            Assert.Equal(TestClock.Start, new OrderPlaced().OccurredAt);
            Assert.Equal(TestClock.Start, (await Task.Run(() => new OrderPlaced(), TestContext.Current.CancellationToken)).OccurredAt);
        }

        async Task<OrderPlaced> StampLater()
        {
            await gate.Task;
            return new OrderPlaced();
        }
    }

    [Fact]
    public async Task Use_ends_for_flows_that_outlive_it()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var unrelated = DomainEventClock.Use(TimeProvider.System);
        Task<OrderPlaced> late;
        using (DomainEventClock.Use(_clock))
        {
            late = StampLater();
        }

        gate.SetResult();

        Assert.NotEqual(TestClock.Start, (await late).OccurredAt);

        async Task<OrderPlaced> StampLater()
        {
            await gate.Task;
            return new OrderPlaced();
        }
    }

    [Fact]
    public void Use_nests_and_disposing_twice_is_harmless()
    {
        var inner = new TestClock { Now = TestClock.Start.AddDays(1) };
        using (DomainEventClock.Use(_clock))
        {
            var use = DomainEventClock.Use(inner);
            Assert.Equal(inner.Now, new OrderPlaced().OccurredAt);
            use.Dispose();
            use.Dispose();
            Assert.Equal(TestClock.Start, new OrderPlaced().OccurredAt);
        }

        Assert.Throws<ArgumentNullException>(() => DomainEventClock.Use(null!));
    }

    [Fact]
    public void Use_of_one_time_twice_gives_different_ids()
    {
        Guid Stamp()
        {
            using (DomainEventClock.Use(_clock))
            {
                return new OrderPlaced().EventId;
            }
        }

        Assert.NotEqual(Stamp(), Stamp());
    }

    [Fact]
    public void Stamp_is_no_part_of_equality_and_keeps_what_is_set()
    {
        var stamp = EventStamp.Next();
        var id = Guid.NewGuid();

        Assert.Equal(stamp, EventStamp.Next());
        Assert.True(stamp.Equals((object)default(EventStamp)));
        Assert.False(stamp.Equals("stamp"));
        Assert.Equal(stamp.GetHashCode(), EventStamp.Next().GetHashCode());
        Assert.Equal((id, stamp.OccurredAt), (stamp.WithEventId(id).EventId, stamp.WithEventId(id).OccurredAt));
        Assert.Equal((stamp.EventId, TestClock.Start), (stamp.WithOccurredAt(TestClock.Start).EventId, stamp.WithOccurredAt(TestClock.Start).OccurredAt));
    }
}
