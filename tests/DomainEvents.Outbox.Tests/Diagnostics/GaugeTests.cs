using System.Diagnostics.Metrics;
using DomainEvents.Persistence.Relay;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.Tests.Diagnostics;

public sealed class GaugeTests
{
    private readonly RelayStatus _status = new();

    [Fact]
    public void Gauges_tell_the_last_count()
    {
        _status.Statistics = new OutboxStatistics(Pending: 7, TimeSpan.FromSeconds(90), DeadLetters: 2, BlockedStreams: 3, UnownedPartitions: 4, Relays: 1);

        Assert.Equal(
            [
                "domainevents.outbox.blocked 3",
                "domainevents.outbox.dead 2",
                "domainevents.outbox.oldest.age 90",
                "domainevents.outbox.partitions.unowned 4",
                "domainevents.outbox.pending 7",
            ],
            Read());
    }

    [Fact]
    public void Gauges_say_nothing_before_the_first_count() => Assert.Empty(Read());

    [Fact]
    public void Gauges_tell_how_the_relay_fares_once_it_runs()
    {
        _status.Beat(1);
        _status.Leases = 16;
        _status.TransportError = "away";

        Assert.Equal(
            [
                "domainevents.outbox.circuit.open 0 domainevents.outbox.circuit=store",
                "domainevents.outbox.circuit.open 1 domainevents.outbox.circuit=transport",
                "domainevents.outbox.leases.owned 16",
            ],
            Read());
    }

    [Fact]
    public async Task Gauges_of_a_container_end_with_it()
    {
        var provider = new ServiceCollection().AddOutbox(outbox => outbox.UseSqlite("Data Source=unused.db")).BuildServiceProvider();
        var gauges = provider.GetRequiredService<OutboxGauges>();
        provider.GetRequiredService<RelayStatus>().Beat(1);
        Assert.NotEmpty(Read(gauges));

        await provider.DisposeAsync();

        Assert.Empty(Read(gauges));
    }

    private List<string> Read()
    {
        using var gauges = new OutboxGauges(_status);
        return Read(gauges);
    }

    private static List<string> Read(OutboxGauges gauges)
    {
        List<string> rows = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, enabling) =>
        {
            if (instrument.Meter == gauges.Meter)
            {
                enabling.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        listener.RecordObservableInstruments();
        return [.. rows.Order(StringComparer.Ordinal)];

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => rows.Add(FormattableString.Invariant(
            $"{instrument.Name} {value}{string.Concat(tags.ToArray().Select(tag => $" {tag.Key}={tag.Value}"))}"));
    }
}
