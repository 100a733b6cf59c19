using DomainEvents.CompilerServices;
using DomainEvents.Hosting.Tests.HandWritten;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

/// <summary>The meter's instruments as the OpenTelemetry SDK sees them. Other tests use the same meter meanwhile.</summary>
public sealed class InstrumentTests
{
    private const string Depth = "domain_events.background.queue.depth";

    private readonly List<Metric> _metrics = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Depth_of_the_background_queues_is_measured_without_anything_attached()
    {
        var gate = new TaskCompletionSource();
        var first = new TaskCompletionSource();
        using var meters = Meters();
        var publisher = new DomainEventPublisher(new DomainEventPublisherOptions
        {
            Handlers = Table(
                Waits<OrderPlaced>("Gauged.Mailer.On", background: true),
                Waits<OrderShipped>("Gauged.Ledger.On", background: false)),
        });
        await using var background = new BackgroundPublisher(publisher);
        publisher.Publish(new OrderPlaced());
        await first.Task.WaitAsync(Token);
        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());
        first = new TaskCompletionSource();
        await background.EnqueueAsync(new OrderShipped(), Token);
        await first.Task.WaitAsync(Token);
        await background.EnqueueAsync(new OrderShipped(), Token);

        meters.ForceFlush();
        var (handlers, events) = (DepthOf("handlers", "Gauged.Mailer"), DepthOf("events", null));
        gate.SetResult();
        await publisher.DisposeAsync();
        meters.ForceFlush();

        Assert.Equal(2, handlers);

        // Of all background publishers of the process.
        Assert.True(events >= 1);
        Assert.Equal(0, DepthOf("handlers", "Gauged.Mailer"));

        HandWrittenHandler Waits<TEvent>(string name, bool background)
            where TEvent : IDomainEvent => HandWrittenHandler.Row(new HandlerDescriptor
        {
            HandledType = typeof(TEvent),
            Name = name,
            Background = background,
            InvokeAsync = async (_, _, _, _) =>
            {
                first.TrySetResult();
                await gate.Task;
            },
        });
    }

    [Fact]
    public void Durations_have_the_buckets_of_the_conventions_and_finer_ones()
    {
        using var meters = Meters();
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions
        {
            Handlers = Table(HandWrittenHandler.Method<OrderPlaced>("Shop.A.On", static _ => { })),
        });
        using var telemetry = DomainEventTelemetry.Attach(publisher);
        publisher.Publish(new OrderPlaced());
        meters.ForceFlush();

        Assert.All(
            ["messaging.process.duration", "messaging.client.operation.duration"],
            name =>
            {
                var bounds = BoundsOf(_metrics.Last(metric => metric.Name == name));
                Assert.Equal(bounds.Order(), bounds);
                Assert.Superset(new HashSet<double> { 0.00001, 0.0001, 0.001, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10 }, bounds.ToHashSet());
            });
    }

    private static List<double> BoundsOf(Metric metric)
    {
        var bounds = new List<double>();
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            bounds.Clear();
            foreach (var bucket in point.GetHistogramBuckets())
            {
                bounds.Add(bucket.ExplicitBound);
            }
        }

        return bounds[..^1];
    }

    private MeterProvider Meters() =>
        Sdk.CreateMeterProviderBuilder().AddMeter(DomainEventTelemetry.SourceName).AddInMemoryExporter(_metrics).Build();

    /// <summary>The last value exported, or <see langword="null"/>.</summary>
    private long? DepthOf(string queue, string? handlerClass)
    {
        long? depth = null;
        foreach (ref readonly var point in _metrics.Last(static metric => metric.Name == Depth).GetMetricPoints())
        {
            var tags = new Dictionary<string, object?>();
            foreach (var tag in point.Tags)
            {
                tags.Add(tag.Key, tag.Value);
            }

            if (tags["domain_events.queue"] as string == queue && tags.GetValueOrDefault("domain_events.handler.class") as string == handlerClass)
            {
                depth = point.GetGaugeLastValueLong();
            }
        }

        return depth;
    }
}
