namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>Finds every breach of the guarantees in the evidence of a run.</summary>
public static class Oracle
{
    /// <summary>What a process that dies may have sent and not noted: one batch of the child.</summary>
    private const int BatchSize = 8;

    public static IReadOnlyList<string> FindFaults(Evidence evidence) =>
    [
        .. FindLost(evidence),
        .. FindPhantoms(evidence),
        .. FindDoubled(evidence),
        .. FindDisorder(evidence),
        .. FindWrongEffects(evidence),
    ];

    /// <summary>How many arrivals were not the first of their message.</summary>
    public static int CountDuplicates(Evidence evidence) =>
        evidence.Arrivals.Count - evidence.Arrivals.Select(arrival => arrival.Id).Distinct().Count();

    /// <summary>How many times a process began to send what some process had begun to send before: it cannot know whether that arrived.</summary>
    public static int CountResends(Evidence evidence) => evidence.Sends.Count - evidence.Sends.Distinct().Count();

    private static IEnumerable<string> Places(Evidence evidence) =>
        evidence.Committed.SelectMany(account => Enumerable.Range(1, account.Value).Select(version => $"{account.Key}/{version}"));

    private static IEnumerable<string> FindLost(Evidence evidence)
    {
        var seen = evidence.Arrivals.Select(arrival => $"{arrival.Stream}/{arrival.Version}").Concat(evidence.Dead).ToHashSet();
        return Places(evidence).Where(place => !seen.Contains(place)).Select(place => $"lost: {place}");
    }

    private static IEnumerable<string> FindPhantoms(Evidence evidence)
    {
        var committed = Places(evidence).ToHashSet();
        var byPlace = evidence.Arrivals.Where(arrival => arrival.Version is not null).GroupBy(arrival => $"{arrival.Stream}/{arrival.Version}");
        return evidence.Arrivals.Where(arrival => arrival.Version is null || !committed.Contains($"{arrival.Stream}/{arrival.Version}"))
            .Select(arrival => $"phantom: {arrival}")
            .Concat(byPlace.Where(place => place.Select(arrival => arrival.Id).Distinct().Skip(1).Any()).Select(place => $"phantom: two events for {place.Key}"));
    }

    private static IEnumerable<string> FindDoubled(Evidence evidence)
    {
        var sameSender = evidence.Arrivals.GroupBy(arrival => (arrival.Sender, arrival.Id)).Where(sent => sent.Skip(1).Any())
            .Select(sent => $"doubled without cause: {sent.Key.Sender} sent {sent.First().Stream}/{sent.First().Version} {sent.Count()} times");
        var sends = evidence.Sends.GroupBy(id => id).ToDictionary(sent => sent.Key, sent => sent.Count());
        sameSender = sameSender.Concat(evidence.Arrivals.GroupBy(arrival => arrival.Id).Where(came => came.Count() > sends.GetValueOrDefault(came.Key))
            .Select(came => $"doubled without cause: {came.Key} was sent {sends.GetValueOrDefault(came.Key)} times and arrived {came.Count()} times"));
        var duplicates = CountDuplicates(evidence);
        return duplicates > evidence.Interruptions * BatchSize
            ? sameSender.Append($"doubled without cause: {duplicates} duplicates after {evidence.Interruptions} interruptions")
            : sameSender;
    }

    private static IEnumerable<string> FindDisorder(Evidence evidence)
    {
        foreach (var stream in evidence.Arrivals.Where(arrival => arrival.Version is not null).GroupBy(arrival => arrival.Stream))
        {
            var firsts = stream.Select(arrival => arrival.Version!.Value).Distinct().ToList();
            if (!firsts.SequenceEqual(firsts.Order()))
            {
                yield return $"out of order: {stream.Key} was first seen as {string.Join(' ', firsts)}";
            }
        }
    }

    private static IEnumerable<string> FindWrongEffects(Evidence evidence)
    {
        var expected = Places(evidence).Except(evidence.Dead);
        var actual = evidence.Effects.GroupBy(place => place).ToDictionary(place => place.Key, place => place.Count());
        return expected.Where(place => actual.GetValueOrDefault(place) != 1)
            .Select(place => $"effect: {place} had {actual.GetValueOrDefault(place)}")
            .Concat(actual.Keys.Except(Places(evidence)).Select(place => $"effect: {place} was never committed"));
    }
}
