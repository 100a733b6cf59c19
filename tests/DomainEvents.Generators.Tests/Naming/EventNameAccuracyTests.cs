namespace DomainEvents.Generators.Tests.Naming;

public class EventNameAccuracyTests
{
    [Fact]
    public void Given_names_are_inferred_as_expected_in_97_of_100() => AssertAccuracy(NameTable.Given, 0.97);

    [Fact]
    public void Held_out_names_are_inferred_as_expected_in_97_of_100() => AssertAccuracy(NameTable.HeldOut, 0.97);

    [Fact]
    public void Found_names_are_inferred_as_expected_in_96_of_100() => AssertAccuracy(NameTable.Found, 0.96);

    [Fact]
    public void Unseen_names_are_inferred_as_expected_in_97_of_100() => AssertAccuracy(NameTable.Unseen, 0.97);

    [Fact]
    public void Given_names_with_a_regular_participle_are_all_inferred_as_expected() =>
        Assert.Empty(Misses(NameTable.Given.Where(static row => row.Rule == "regular")));

    [Fact]
    public void Wrong_names_are_never_sure() =>
        Assert.DoesNotContain(Misses(NameTable.Given.Concat(NameTable.HeldOut).Concat(NameTable.Found).Concat(NameTable.Unseen)), static row => row.Inferred.IsSure);

    private static void AssertAccuracy(IReadOnlyList<NameRow> rows, double goal)
    {
        var misses = Misses(rows).ToList();
        var accuracy = 1 - ((double)misses.Count / rows.Count);
        Assert.True(accuracy >= goal, $"{accuracy:P1} of {rows.Count}\n{string.Join('\n', misses)}");
    }

    private static IEnumerable<NameRow> Misses(IEnumerable<NameRow> rows) =>
        rows.Where(static row => row.Inferred.EventType != row.Expected);
}
