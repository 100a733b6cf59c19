using System.Diagnostics;
using DomainEvents.Hosting.Tests.HandWritten;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

/// <summary>What the OpenTelemetry SDK gets to see is what the conventions for messaging ask for.</summary>
public sealed class TelemetryConventionTests
{
    /// <summary>Names, units, kinds and attributes as in the conventions for messaging: a collector's dashboards know these and no others.</summary>
    [Fact]
    public void Spans_and_measurements_have_the_attributes_of_the_conventions()
    {
        var metrics = new List<Metric>();
        var exported = new List<Activity>();
        using var tracing = Sdk.CreateTracerProviderBuilder().AddSource(DomainEventTelemetry.SourceName).AddInMemoryExporter(exported).Build();
        using var root = new Activity("root") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        using (var provider = Sdk.CreateMeterProviderBuilder().AddMeter(DomainEventTelemetry.SourceName).AddInMemoryExporter(metrics).Build())
        {
            using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions
            {
                Handlers = Table(HandWrittenHandler.Method<ConventionChecked>("Conventions.A.On", static _ => throw new FormatException())),
            });
            using var telemetry = DomainEventTelemetry.Attach(publisher);
            Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new ConventionChecked()));
            provider.ForceFlush();
        }

        var (failure, cause) = (typeof(DomainEventHandlingException).FullName, typeof(FormatException).FullName);
        string[] common = ["messaging.destination.name=convention.checked", "messaging.system=domain_events"];
        string[] publishing = [.. common, $"error.type={failure}", "messaging.operation.name=publish"];
        string[] processing = [.. common, $"error.type={cause}", "messaging.operation.name=process", "domain_events.handler=Conventions.A.On"];

        Assert.Equal(("{message}", MetricType.LongSum, Sorted(publishing)), Described("messaging.client.sent.messages"));
        Assert.Equal(("s", MetricType.Histogram, Sorted([.. publishing, "messaging.operation.type=send"])), Described("messaging.client.operation.duration"));
        Assert.Equal(("s", MetricType.Histogram, Sorted(processing)), Described("messaging.process.duration"));

        // Other tests may publish meanwhile.
        List<Activity> spans = [.. exported.ToArray().Where(span => span.TraceId == root.TraceId).OrderBy(static span => span.StartTimeUtc)];
        var id = $"messaging.message.id={spans[0].GetTagItem("messaging.message.id")}";
        Assert.Equal(("publish convention.checked", ActivityKind.Producer), (spans[0].DisplayName, spans[0].Kind));
        Assert.Equal(Sorted([.. publishing, "messaging.operation.type=send", id]), Sorted(spans[0].TagObjects.Select(static tag => $"{tag.Key}={tag.Value}")));
        Assert.Equal(("process convention.checked", ActivityKind.Consumer), (spans[1].DisplayName, spans[1].Kind));
        Assert.Equal(
            Sorted([.. processing, "messaging.operation.type=process", "domain_events.background=False", id]),
            Sorted(spans[1].TagObjects.Select(static tag => $"{tag.Key}={tag.Value}")));

        (string, MetricType, string) Described(string name)
        {
            var metric = metrics.First(metric => metric.Name == name);
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var tags = new List<string>();
                foreach (var tag in point.Tags)
                {
                    tags.Add($"{tag.Key}={tag.Value}");
                }

                if (tags.Contains(common[0]))
                {
                    return (metric.Unit, metric.MetricType, Sorted(tags));
                }
            }

            return default;
        }

        static string Sorted(IEnumerable<string> tags) => string.Join('\n', tags.Order(StringComparer.Ordinal));
    }

    /// <summary>Published by one test only: measurements of others stand under other names.</summary>
    private sealed record ConventionChecked : IDomainEvent
    {
        public Guid EventId { get; } = Guid.NewGuid();

        public DateTimeOffset OccurredAt => DateTimeOffset.UnixEpoch;

        public string EventType => "convention.checked";
    }
}
