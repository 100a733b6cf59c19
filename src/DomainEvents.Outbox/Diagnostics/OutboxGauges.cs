using System.Diagnostics.Metrics;
using DomainEvents.Persistence.Relay;

namespace DomainEvents.Persistence;

/// <summary>
/// What lies in the outbox and how this process's relay fares, whenever a collector asks. Nothing is said of what is not known: before the
/// first count, and after one that failed. Every process of an outbox says the same of its tables: take the maximum, not the sum.
/// </summary>
internal sealed class OutboxGauges : IDisposable
{
    private const string Circuit = "domainevents.outbox.circuit";

    private readonly RelayStatus _status;

    /// <summary>Of this container alone, so that its instruments end with it.</summary>
    public Meter Meter { get; } = new(OutboxMetrics.Name, OutboxMetrics.Version);

    public OutboxGauges(RelayStatus status)
    {
        _status = status;
        Count("domainevents.outbox.pending", "{message}", "Messages that are not confirmed yet.", statistics => statistics.Pending);
        Count("domainevents.outbox.dead", "{message}", "Messages that were given up.", statistics => statistics.DeadLetters);
        Count("domainevents.outbox.blocked", "{stream}", "Streams that wait for their first message.", statistics => statistics.BlockedStreams);
        Count("domainevents.outbox.partitions.unowned", "{partition}", "Partitions that no relay owns.", statistics => statistics.UnownedPartitions);
        Meter.CreateObservableGauge(
            "domainevents.outbox.oldest.age",
            () => _status.Statistics is { } statistics ? [new Measurement<double>(statistics.OldestAge.TotalSeconds)] : Array.Empty<Measurement<double>>(),
            "s",
            "How long the oldest message has waited.");
        Meter.CreateObservableGauge("domainevents.outbox.leases.owned", () => OfRelay(() => [new(_status.Leases)]), "{partition}", "Partitions that this relay owns.");
        Meter.CreateObservableGauge("domainevents.outbox.circuit.open", () => OfRelay(Circuits), "1", "1 while what the tag names is considered down, and 0 otherwise.");
    }

    public void Dispose() => Meter.Dispose();

    private void Count(string name, string unit, string description, Func<OutboxStatistics, long> count) => Meter.CreateObservableGauge(
        name,
        () => _status.Statistics is { } statistics ? [new Measurement<long>(count(statistics))] : Array.Empty<Measurement<long>>(),
        unit,
        description);

    /// <summary>A process that runs no relay says nothing of one.</summary>
    private IEnumerable<Measurement<int>> OfRelay(Func<Measurement<int>[]> measure) => _status.HasStarted ? measure() : [];

    private Measurement<int>[] Circuits() =>
    [
        new(_status.TransportError is null ? 0 : 1, new KeyValuePair<string, object?>(Circuit, "transport")),
        new(_status.StoreError is null ? 0 : 1, new KeyValuePair<string, object?>(Circuit, "store")),
    ];
}
