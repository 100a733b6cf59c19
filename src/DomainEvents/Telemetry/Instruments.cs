using System.Diagnostics;
using System.Diagnostics.Metrics;
using DomainEvents.Observation;

namespace DomainEvents.Telemetry;

/// <summary>What the meter measures. Durations are in seconds, as the conventions want them.</summary>
internal static class Instruments
{
    // First: the instruments are made of it, in the order of the text.
    private static readonly Meter s_meter = new(DomainEventTelemetry.SourceName, Version);

    private static readonly Counter<long> s_sent =
        s_meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Events that were published.");

    private static readonly Histogram<double> s_publishing =
        CreateDuration("messaging.client.operation.duration", "How long publishing an event took its caller.");

    private static readonly Histogram<double> s_handling =
        CreateDuration("messaging.process.duration", "How long a call of a handler took, awaits included.");

    /// <summary>The meter of the process.</summary>
    public static Meter Meter => s_meter;

    /// <summary>The version of the package.</summary>
    public static string? Version => typeof(Instruments).Assembly.GetName().Version?.ToString(3);

    public static bool AreEnabled => s_sent.Enabled || s_publishing.Enabled || s_handling.Enabled;

    public static void RecordPublish(PublishObservation publish)
    {
        var tags = Tags(publish, "publish", publish.Exception);

        // A unit of work publishes an event once in the transaction, if there are handlers, and once after it.
        if (publish.Phase != HandlerPhase.InTransaction)
        {
            s_sent.Add(1, tags);
        }

        // The conventions want the type of the operation where instruments of several types have one name.
        tags.Add(TelemetryNames.OperationType, "send");
        s_publishing.Record(publish.Duration.TotalSeconds, tags);
    }

    public static void RecordHandler(HandlerObservation handler)
    {
        var tags = Tags(handler.Publish, "process", handler.Exception);
        tags.Add(TelemetryNames.Handler, handler.Name);
        s_handling.Record(handler.Duration.TotalSeconds, tags);
    }

    /// <summary>With the boundaries of the conventions, and finer ones below: a handler in the process is done in micro- or milliseconds.</summary>
    private static Histogram<double> CreateDuration(string name, string description) =>
#if NET9_0_OR_GREATER
        s_meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries =
                [0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        });
#else
        // .NET 8 knows no advice: there the application sets the boundaries in a view.
        s_meter.CreateHistogram<double>(name, "s", description);
#endif

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
