namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>An oracle that sees nothing would find every run good.</summary>
public class OracleTests
{
    private static readonly Evidence s_good = new(
        new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 },
        [new("p", "1", "a", 1), new("p", "2", "a", 2)],
        ["1", "2", "3"],
        ["b/1"],
        ["a/1", "a/2"],
        Interruptions: 0);

    [Fact]
    public void Run_without_a_fault_has_none() => Assert.Empty(Oracle.FindFaults(s_good));

    [Fact]
    public void Duplicate_after_a_crash_is_no_fault() =>
        Assert.Empty(Oracle.FindFaults(s_good with { Arrivals = [.. s_good.Arrivals, new("q", "2", "a", 2)], Sends = ["1", "2", "3", "2"], Interruptions = 1 }));

    [Fact]
    public void Arrival_that_nobody_sent_is_doubled() => Assert.Contains(
        "doubled without cause: 2 was sent 1 times and arrived 2 times",
        Oracle.FindFaults(s_good with { Arrivals = [.. s_good.Arrivals, new("q", "2", "a", 2)], Interruptions = 1 }));

    [Fact]
    public void Message_that_is_sent_again_counts_whether_it_arrives_again_or_not()
    {
        Assert.Equal(0, Oracle.CountResends(s_good));
        Assert.Equal(1, Oracle.CountResends(s_good with { Sends = ["1", "2", "3", "2"] }));
    }

    [Fact]
    public void Message_that_never_arrived_is_lost() =>
        Assert.Contains("lost: a/2", Oracle.FindFaults(s_good with { Arrivals = [s_good.Arrivals[0]] }));

    [Fact]
    public void Message_of_a_transaction_that_was_given_up_is_a_phantom() =>
        Assert.Contains(Oracle.FindFaults(s_good with { Arrivals = [.. s_good.Arrivals, new("p", "3", "a", null)] }), fault => fault.StartsWith("phantom", StringComparison.Ordinal));

    [Fact]
    public void Message_beyond_the_committed_version_is_a_phantom() =>
        Assert.Contains(Oracle.FindFaults(s_good with { Arrivals = [.. s_good.Arrivals, new("p", "3", "a", 3)] }), fault => fault.StartsWith("phantom", StringComparison.Ordinal));

    [Fact]
    public void Two_messages_for_one_version_are_a_phantom() =>
        Assert.Contains("phantom: two events for a/2", Oracle.FindFaults(s_good with { Arrivals = [.. s_good.Arrivals, new("p", "3", "a", 2)] }));

    [Fact]
    public void Duplicate_without_a_crash_is_doubled() =>
        Assert.Contains(Oracle.FindFaults(s_good with { Arrivals = [.. s_good.Arrivals, new("q", "2", "a", 2)] }), fault => fault.StartsWith("doubled", StringComparison.Ordinal));

    [Fact]
    public void Duplicate_from_one_process_is_doubled_also_after_a_crash() =>
        Assert.Contains(Oracle.FindFaults(s_good with { Arrivals = [.. s_good.Arrivals, new("p", "2", "a", 2)], Interruptions = 1 }), fault => fault.StartsWith("doubled", StringComparison.Ordinal));

    [Fact]
    public void Later_version_before_an_earlier_one_is_out_of_order() =>
        Assert.Contains("out of order: a was first seen as 2 1", Oracle.FindFaults(s_good with { Arrivals = [s_good.Arrivals[1], s_good.Arrivals[0]] }));

    [Fact]
    public void Effect_that_is_missing_or_doubled_or_of_nothing_is_found()
    {
        Assert.Contains("effect: a/2 had 0", Oracle.FindFaults(s_good with { Effects = ["a/1"] }));
        Assert.Contains("effect: a/2 had 2", Oracle.FindFaults(s_good with { Effects = ["a/1", "a/2", "a/2"] }));
        Assert.Contains("effect: a/9 was never committed", Oracle.FindFaults(s_good with { Effects = ["a/1", "a/2", "a/9"] }));
    }
}
