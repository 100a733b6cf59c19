using System.Diagnostics;
using DomainEvents.CompilerServices;
using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

/// <summary>What the OpenTelemetry SDK gets to see. Other tests may publish meanwhile, so each looks at its own trace and handlers.</summary>
public sealed class TelemetryTests
{
    private readonly List<Activity> _spans = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Spans_of_publishes_and_handlers_follow_who_caused_whom()
    {
        using var tracing = Tracing();
        DomainEventPublisher? publisher = null;
        publisher = Publisher(
            HandWrittenHandler.Row(Async<OrderPlaced>("Shop.A.On", () => publisher!.PublishAsync(new OrderShipped(), Token))),
            HandWrittenHandler.Row(Async<OrderShipped>("Shop.B.On", () => default)));
        using var telemetry = DomainEventTelemetry.Attach(publisher);
        var placed = new OrderPlaced();

        using (var root = Root())
        {
            await publisher.PublishAsync(placed, Token);
            Assert.Same(root, Activity.Current);

            var spans = SpansOf(root);
            Assert.Equal(["publish order.placed", "process order.placed", "publish order.shipped", "process order.shipped"], spans.Select(static span => span.DisplayName));
            Assert.Equal([root.SpanId, .. spans.Take(3).Select(static span => span.SpanId)], spans.Select(static span => span.ParentSpanId));
            Assert.Equal([ActivityKind.Producer, ActivityKind.Consumer], spans.Take(2).Select(static span => span.Kind));
            Assert.Equal("domain_events", spans[1].GetTagItem("messaging.system"));
            Assert.Equal("order.placed", spans[1].GetTagItem("messaging.destination.name"));
            Assert.Equal("process", spans[1].GetTagItem("messaging.operation.type"));
            Assert.Equal(placed.EventId.ToString(), spans[1].GetTagItem("messaging.message.id"));
            Assert.Equal("Shop.A.On", spans[1].GetTagItem("domain_events.handler"));
        }

        publisher.Dispose();
    }

    [Fact]
    public async Task Background_handler_is_a_child_of_the_publish()
    {
        using var tracing = Tracing();
        var gate = new TaskCompletionSource();
        var handler = Async<OrderPlaced>("Shop.A.On", async () => await gate.Task, background: true);
        var publisher = Publisher(HandWrittenHandler.Row(handler));
        using var telemetry = DomainEventTelemetry.Attach(publisher);

        using var root = Root();
        publisher.Publish(new OrderPlaced());
        gate.SetResult();
        await publisher.DisposeAsync();

        var spans = SpansOf(root);
        Assert.Equal(["publish order.placed", "process order.placed"], spans.Select(static span => span.DisplayName));
        Assert.Equal(spans[0].SpanId, spans[1].ParentSpanId);
        Assert.Equal(true, spans[1].GetTagItem("domain_events.background"));
    }

    [Fact]
    public async Task Event_in_a_background_queue_stays_in_the_trace_of_whoever_enqueued_it()
    {
        using var tracing = Tracing();
        using var publisher = Publisher(HandWrittenHandler.Row(Async<OrderPlaced>("Shop.A.On", static () => default)));
        using var telemetry = DomainEventTelemetry.Attach(publisher);
        using var root = Root();
        await using (var background = new BackgroundPublisher(publisher))
        {
            await background.EnqueueAsync(new OrderPlaced(), Token);
        }

        Assert.Equal(["publish order.placed", "process order.placed"], SpansOf(root).Select(static span => span.DisplayName));
    }

    [Fact]
    public void Failure_marks_the_spans_of_handler_and_publish()
    {
        using var tracing = Tracing();
        using var publisher = Publisher(HandWrittenHandler.Method<OrderPlaced>("Shop.A.On", static _ => throw new FormatException("unreadable")));
        using var telemetry = DomainEventTelemetry.Attach(publisher);
        using var root = Root();

        Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));

        var spans = SpansOf(root);
        Assert.All(spans, static span => Assert.Equal(ActivityStatusCode.Error, span.Status));
        Assert.Equal(
            [typeof(DomainEventHandlingException).FullName, typeof(FormatException).FullName],
            spans.Select(static span => span.GetTagItem("error.type")));
    }

    [Fact]
    public void Measurements_are_counted_by_event_type_handler_and_error()
    {
        var metrics = new List<Metric>();
        using (var provider = Sdk.CreateMeterProviderBuilder().AddMeter(DomainEventTelemetry.SourceName).AddInMemoryExporter(metrics).Build())
        {
            using var publisher = Publisher(
                HandWrittenHandler.Method<OrderPlaced>("Measured.A.On", static _ => { }),
                HandWrittenHandler.Method<OrderPlaced>("Measured.B.On", static _ => throw new FormatException()));
            using var telemetry = DomainEventTelemetry.Attach(publisher);
            Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
            Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
            provider.ForceFlush();
        }

        var handled = Counts(metrics, "messaging.process.duration");
        Assert.Equal(2, handled["Measured.A.On|"]);
        Assert.Equal(2, handled[$"Measured.B.On|{typeof(FormatException)}"]);
        Assert.Equal("s", metrics.First(static metric => metric.Name == "messaging.client.operation.duration").Unit);
        Assert.Contains(metrics, static metric => metric.Name == "messaging.client.sent.messages");
    }

    [Fact]
    public void Detached_telemetry_tells_nothing()
    {
        using var tracing = Tracing();
        using var publisher = Publisher();
        DomainEventTelemetry.Attach(publisher).Dispose();
        using var root = Root();

        publisher.Publish(new OrderPlaced());

        Assert.Empty(SpansOf(root));
    }

    [Fact]
    public async Task Host_attaches_telemetry_once_when_somebody_listens()
    {
        using var tracing = Tracing();
        await using var provider = Container.Describe(Table()).BuildChecked();
        var startup = (IHostedLifecycleService)provider.GetServices<IHostedService>().Single();
        await startup.StartedAsync(Token);
        await startup.StartedAsync(Token);
        using var root = Root();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Single(SpansOf(root));
    }

    [Fact]
    public void Attaching_twice_tells_each_publish_once_until_both_have_let_go()
    {
        using var tracing = Tracing();
        using var publisher = Publisher();
        var first = DomainEventTelemetry.Attach(publisher);
        var second = DomainEventTelemetry.Attach(publisher);
        using var root = Root();

        publisher.Publish(new OrderPlaced());
        first.Dispose();
        first.Dispose();
        publisher.Publish(new OrderPlaced());
        Assert.Equal(2, SpansOf(root).Count);

        second.Dispose();
        publisher.Publish(new OrderPlaced());
        Assert.Equal(2, SpansOf(root).Count);

        using var again = DomainEventTelemetry.Attach(publisher);
        publisher.Publish(new OrderPlaced());
        Assert.Equal(3, SpansOf(root).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Host_and_hand_share_one_attachment_whoever_comes_first(bool hostFirst)
    {
        using var tracing = Tracing();
        await using var provider = Container.Describe(Table()).BuildChecked();
        var publisher = provider.GetRequiredService<DomainEventPublisher>();
        var startup = (IHostedLifecycleService)provider.GetServices<IHostedService>().Single();
        if (hostFirst)
        {
            await startup.StartedAsync(Token);
        }

        var byHand = DomainEventTelemetry.Attach(publisher);
        await startup.StartedAsync(Token);
        using var root = Root();

        publisher.Publish(new OrderPlaced());
        Assert.Single(SpansOf(root));

        byHand.Dispose();
        publisher.Publish(new OrderPlaced());
        Assert.Equal(2, SpansOf(root).Count);
    }

    /// <summary>A sampled span: the SDK records nothing below one that is not.</summary>
    private static Activity Root() => new Activity("root") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();

    private static DomainEventPublisher Publisher(params HandWrittenHandler[] handlers) =>
        new(new DomainEventPublisherOptions { Handlers = Table(handlers) });

    private static HandlerDescriptor Async<TEvent>(string name, Func<ValueTask> handler, bool background = false)
        where TEvent : IDomainEvent => new()
        {
            HandledType = typeof(TEvent),
            Name = name,
            Background = background,
            InvokeAsync = (_, _, _, _) => handler(),
        };

    private static Dictionary<string, long> Counts(List<Metric> metrics, string name)
    {
        var counts = new Dictionary<string, long>();
        foreach (ref readonly var point in metrics.First(metric => metric.Name == name).GetMetricPoints())
        {
            string? handler = null, error = null;
            foreach (var tag in point.Tags)
            {
                handler = tag.Key == "domain_events.handler" ? tag.Value as string : handler;
                error = tag.Key == "error.type" ? tag.Value as string : error;
            }

            counts[$"{handler}|{error}"] = point.GetHistogramCount();
        }

        return counts;
    }

    private TracerProvider Tracing() =>
        Sdk.CreateTracerProviderBuilder().AddSource(DomainEventTelemetry.SourceName).AddInMemoryExporter(_spans).Build();

    /// <summary>The spans of a trace, in the order in which they began.</summary>
    private List<Activity> SpansOf(Activity root) =>
        [.. _spans.ToArray().Where(span => span.TraceId == root.TraceId).OrderBy(static span => span.StartTimeUtc)];
}
