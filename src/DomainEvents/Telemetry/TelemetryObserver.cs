using System.Diagnostics;
using System.Runtime.CompilerServices;
using DomainEvents.Observation;

namespace DomainEvents.Telemetry;

/// <summary>Makes spans and measurements of what a publisher does.</summary>
internal sealed class TelemetryObserver : PublishObserver
{
    private static readonly ActivitySource s_source = new(DomainEventTelemetry.SourceName, Instruments.Version);

    private readonly ConditionalWeakTable<object, Activity> _spans = new();

    /// <summary>Whether anybody listens to spans or measurements.</summary>
    public static bool IsListenedTo => s_source.HasListeners() || Instruments.AreEnabled;

    public override void OnPublishStarted(PublishObservation publish)
    {
        if (s_source.StartActivity($"publish {publish.EventType}", ActivityKind.Producer) is { } span)
        {
            Describe(span, publish, "publish", "send");
            _spans.Add(publish, span);
        }
    }

    public override void OnPublishEnded(PublishObservation publish)
    {
        Instruments.RecordPublish(publish);
        End(publish, publish.Exception);
    }

    public override void OnHandlerStarted(HandlerObservation handler)
    {
        // By name and not by what is current: a subscription that was posted runs in another context.
        var parent = _spans.TryGetValue(handler.Publish, out var publishing) ? publishing.Context : Activity.Current?.Context ?? default;
        if (s_source.StartActivity($"process {handler.Publish.EventType}", ActivityKind.Consumer, parent) is { } span)
        {
            Describe(span, handler.Publish, "process", "process");
            span.SetTag(TelemetryNames.Handler, handler.Name);
            span.SetTag(TelemetryNames.IsBackground, handler.IsBackground);
            _spans.Add(handler, span);
        }
    }

    public override void OnHandlerEnded(HandlerObservation handler)
    {
        Instruments.RecordHandler(handler);
        End(handler, handler.Exception);
    }

    private static void Describe(Activity span, PublishObservation publish, string operation, string operationType)
    {
        span.SetTag(TelemetryNames.System, TelemetryNames.SystemValue);
        span.SetTag(TelemetryNames.Destination, publish.EventType);
        span.SetTag(TelemetryNames.Operation, operation);
        span.SetTag(TelemetryNames.OperationType, operationType);
        span.SetTag(TelemetryNames.MessageId, publish.EventId.ToString());
    }

    private void End(object observation, Exception? exception)
    {
        if (!_spans.TryGetValue(observation, out var span))
        {
            return;
        }

        if (exception is not null)
        {
            span.SetTag(TelemetryNames.Error, exception.GetType().FullName);
            span.SetStatus(ActivityStatusCode.Error, exception.Message);
        }

        // The span of a publish stays known: its background handlers begin later.
        span.Stop();
    }
}
