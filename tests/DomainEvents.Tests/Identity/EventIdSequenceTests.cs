using DomainEvents.Identity;

namespace DomainEvents.Tests.Identity;

public sealed class EventIdSequenceTests
{
    private readonly EventIdSequence _sequence = new();

    [Fact]
    public void Id_is_a_version_7_uuid_with_the_millisecond_in_front()
    {
        var id = _sequence.Next(TestClock.Start.UtcTicks);

        Assert.Equal(7, id.Version);
        Assert.InRange(id.Variant, 8, 11);
        Assert.Equal(TestClock.Start.ToUnixTimeMilliseconds(), Millisecond(id));
    }

    [Fact]
    public void Ids_increase_within_a_millisecond_as_guids_and_as_text()
    {
        var ids = Enumerable.Range(0, 10_000).Select(_ => _sequence.Next(TestClock.Start.UtcTicks)).ToList();

        AssertIncreasing(ids);
        Assert.Equal(ids.Select(id => id.ToString()), ids.Select(id => id.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(Millisecond(ids[0]), Millisecond(ids[^1]));
    }

    [Fact]
    public void Ids_increase_when_the_clock_steps_back()
    {
        var ids = new[] { 0, 5, -1000, -1000, 3, 6 }
            .Select(milliseconds => _sequence.Next(TestClock.Start.AddMilliseconds(milliseconds).UtcTicks))
            .ToList();

        AssertIncreasing(ids);
        Assert.Equal([0, 5, 5, 5, 5, 6], ids.Select(id => Millisecond(id) - TestClock.Start.ToUnixTimeMilliseconds()));
    }

    [Fact]
    public void Ids_advance_past_the_clock_when_a_millisecond_is_used_up()
    {
        var last = _sequence.Next(TestClock.Start.UtcTicks);
        for (var i = 0; i < 1 << 22; i++)
        {
            var next = _sequence.Next(TestClock.Start.UtcTicks);
            Assert.True(next.CompareTo(last) > 0);
            last = next;
        }

        Assert.Equal(TestClock.Start.ToUnixTimeMilliseconds() + 1, Millisecond(last));
    }

    [Fact]
    public void Ids_of_several_threads_differ_and_increase_on_each()
    {
        const int Count = 20_000;
        var ids = new Guid[4][];

        Parallel.For(0, ids.Length, i => ids[i] = [.. Enumerable.Range(0, Count).Select(_ => _sequence.Next(TestClock.Start.UtcTicks))]);

        Assert.All(ids, AssertIncreasing);
        Assert.Equal(ids.Length * Count, ids.SelectMany(own => own).Distinct().Count());
    }

    [Fact]
    public void Ids_of_two_sequences_at_one_time_differ() =>
        Assert.NotEqual(_sequence.Next(TestClock.Start.UtcTicks), new EventIdSequence().Next(TestClock.Start.UtcTicks));

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1969-12-31")]
    [InlineData("9999-12-31")]
    public void Ids_of_times_that_do_not_fit_are_still_valid_and_increase(string time)
    {
        var ticks = DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture).UtcTicks;

        var ids = new[] { _sequence.Next(ticks), _sequence.Next(ticks) };

        AssertIncreasing(ids);
        Assert.All(ids, id => Assert.Equal(7, id.Version));
    }

    private static long Millisecond(Guid id) => Convert.ToInt64(id.ToString("N")[..12], 16);

    private static void AssertIncreasing(IReadOnlyList<Guid> ids)
    {
        for (var i = 1; i < ids.Count; i++)
        {
            Assert.True(ids[i].CompareTo(ids[i - 1]) > 0, $"{ids[i]} does not come after {ids[i - 1]}");
        }
    }
}
