using System.Diagnostics;

namespace DomainEvents.Guides.Tests;

/// <summary>The code of the guide to tracing and metrics, run.</summary>
public sealed class TracingGuide
{
    [Fact]
    public void Tracer_prints_and_draws_what_an_event_led_to()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using var subscription = publisher.Subscribe<OrderPlaced>(e => publisher.Publish(new MailSent(e.OrderId)));
        using var output = new StringWriter();
        var order = new OrderPlaced("O-1", 10m);

        using EventTracer tracer = EventTracer.Attach(publisher);
        publisher.Publish(order);
        tracer.Print(output, order.EventId);
        string diagram = tracer.ToMermaid(order.EventId);

        Assert.Contains("mail.sent", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("mail.sent", diagram, StringComparison.Ordinal);

        foreach (EventTrace trace in tracer.GetTrace(order.EventId))
        {
            foreach (HandlerTrace handler in trace.Handlers)
            {
                output.WriteLine($"{handler.Name} took {handler.Duration} and published {handler.Published.Count} events");
            }
        }
    }

    [Fact]
    public void Telemetry_attached_to_a_publisher_without_a_host_makes_spans()
    {
        var spans = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == DomainEventTelemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.Add(span.DisplayName),
        };
        ActivitySource.AddActivityListener(listener);
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });

        using DomainEventTelemetry telemetry = DomainEventTelemetry.Attach(publisher);
        publisher.Publish(new OrderPlaced("O-1", 10m));

        Assert.Equal(["publish order.placed"], spans);
    }

    [Fact]
    public void Metrics_count_and_judge()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using var subscription = publisher.Subscribe<OrderPlaced>(_ => { });

        using DomainEventMetrics metrics = DomainEventMetrics.Attach(publisher, window: TimeSpan.FromMinutes(5));
        publisher.Publish(new OrderPlaced("O-1", 10m));
        DomainEventMetricsSnapshot snapshot = metrics.Snapshot();
        DomainEventHealth health = metrics.GetHealth();

        Assert.Equal((1, 1, 0), (snapshot.EventsPublished, snapshot.HandlersExecuted, snapshot.Errors));
        Assert.Equal(DomainEventHealth.Unknown, health);
    }
}
