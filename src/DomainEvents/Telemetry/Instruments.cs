using System.Diagnostics;
using System.Diagnostics.Metrics;
using DomainEvents.Observation;

namespace DomainEvents.Telemetry;

/// <summary>What the meter measures. Durations are in seconds, as the conventions want them.</summary>
internal static class Instruments
{
    private static readonly Meter s_meter = new(DomainEventTelemetry.SourceName, Version);

    private static readonly Counter<long> s_sent =
        s_meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Events that were published.");

    private static readonly Histogram<double> s_publishing =
        s_meter.CreateHistogram<double>("messaging.client.operation.duration", "s", "How long publishing an event took its caller.");

    private static readonly Histogram<double> s_handling =
        s_meter.CreateHistogram<double>("messaging.process.duration", "s", "How long a call of a handler took, awaits included.");

    /// <summary>The version of the package.</summary>
    public static string? Version => typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    public static bool AreEnabled => s_sent.Enabled || s_publishing.Enabled || s_handling.Enabled;

    public static void RecordPublish(PublishObservation publish)
    {
        var tags = Tags(publish, "publish", publish.Exception);
        s_publishing.Record(publish.Duration.TotalSeconds, tags);

        // A unit of work publishes an event once in the transaction, if there are handlers, and once after it.
        if (publish.Phase != HandlerPhase.InTransaction)
        {
            s_sent.Add(1, tags);
        }
    }

    public static void RecordHandler(HandlerObservation handler)
    {
        var tags = Tags(handler.Publish, "process", handler.Exception);
        tags.Add(TelemetryNames.Handler, handler.Name);
        s_handling.Record(handler.Duration.TotalSeconds, tags);
    }

    private static TagList Tags(PublishObservation publish, string operation, Exception? exception)
    {
        var tags = new TagList
        {
            { TelemetryNames.System, TelemetryNames.SystemValue },
            { TelemetryNames.Destination, publish.EventType },
            { TelemetryNames.Operation, operation },
        };
        if (exception is not null)
        {
            tags.Add(TelemetryNames.Error, exception.GetType().FullName);
        }

        return tags;
    }
}
