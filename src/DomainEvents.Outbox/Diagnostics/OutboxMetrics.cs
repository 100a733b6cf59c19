using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DomainEvents.Persistence;

/// <summary>
/// What the relay and the consumers measure, after OpenTelemetry's conventions for messaging where there are some. Durations are in
/// seconds. What needs state is measured by <see cref="OutboxGauges"/>.
/// </summary>
internal static class OutboxMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "DomainEvents.Outbox";

    /// <summary>The tag that tells of which event type a message is.</summary>
    public const string EventType = "domainevents.outbox.event_type";

    private const string System = "messaging.system";
    private const string Destination = "messaging.destination.name";
    private const string Operation = "messaging.operation.name";
    private const string OperationKind = "messaging.operation.type";
    private const string Error = "error.type";

    private static readonly Meter s_meter = new(Name, Version);

    private static readonly Counter<long> s_sent =
        s_meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Messages that the relay tried to send.");

    private static readonly Histogram<double> s_sending =
        Durations("messaging.client.operation.duration", "How long the transport took to answer.");

    private static readonly Counter<long> s_consumed =
        s_meter.CreateCounter<long>("messaging.client.consumed.messages", "{message}", "Messages that a consumer was given.");

    private static readonly Histogram<double> s_processing =
        Durations("messaging.process.duration", "How long a consumer took to handle a message, its transaction included.");

    private static readonly Counter<long> s_retries =
        s_meter.CreateCounter<long>("domainevents.outbox.retries", "{attempt}", "Attempts to send that failed and are made again.");

    private static readonly Counter<long> s_buried =
        s_meter.CreateCounter<long>("domainevents.outbox.buried", "{message}", "Messages that were given up.");

    private static readonly Counter<long> s_duplicates =
        s_meter.CreateCounter<long>("domainevents.outbox.duplicates", "{message}", "Messages that arrived again after they had been handled.");

    private static readonly Histogram<double> s_lag =
        Durations("domainevents.outbox.lag.duration", "From the insertion of a message to its confirmation.", 30, 60, 300, 1800, 3600);

    /// <summary>The version of the package.</summary>
    public static string? Version => typeof(OutboxMetrics).Assembly.GetName().Version?.ToString(3);

    /// <param name="transport">To which it was given.</param>
    /// <param name="message">The message.</param>
    /// <param name="duration">From giving it to the answer.</param>
    /// <param name="error">What went wrong; <see langword="null"/> if it was confirmed.</param>
    public static void Sent(IOutboxTransport transport, in OutboxMessage message, TimeSpan duration, string? error)
    {
        if (!s_sent.Enabled && !s_sending.Enabled)
        {
            return;
        }

        var tags = Tags(transport.MessagingSystem, transport.DestinationOf(message), "send", "send", error);
        s_sent.Add(1, tags);
        s_sending.Record(duration.TotalSeconds, tags);
    }

    public static void Consumed(string system, string destination, TimeSpan duration, string? error)
    {
        if (!s_consumed.Enabled && !s_processing.Enabled)
        {
            return;
        }

        s_consumed.Add(1, Tags(system, destination, "consume", "receive", error));
        s_processing.Record(duration.TotalSeconds, Tags(system, destination, "process", "process", error));
    }

    public static void Confirmed(in OutboxMessage message, TimeSpan lag) =>
        s_lag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>(EventType, message.Type));

    public static void Retried(in OutboxMessage message) => s_retries.Add(1, new KeyValuePair<string, object?>(EventType, message.Type));

    public static void Buried(in OutboxMessage message) => s_buried.Add(1, new KeyValuePair<string, object?>(EventType, message.Type));

    public static void Duplicate(string consumer) => s_duplicates.Add(1, new KeyValuePair<string, object?>("domainevents.outbox.consumer", consumer));

    /// <summary>Puts what a measurement says of a message's way into a span as well.</summary>
    public static Activity Describe(Activity activity, string system, string destination, string operation) => activity
        .SetTag(System, system).SetTag(Destination, destination).SetTag(Operation, operation).SetTag(OperationKind, operation);

    private static TagList Tags(string system, string destination, string operation, string kind, string? error)
    {
        var tags = new TagList { { System, system }, { Destination, destination }, { Operation, operation }, { OperationKind, kind } };
        if (error is not null)
        {
            tags.Add(Error, error);
        }

        return tags;
    }

    /// <summary>With the bounds that the conventions ask for: a collector's own are made for milliseconds.</summary>
    private static Histogram<double> Durations(string name, string description, params double[] longer)
    {
#if NET9_0_OR_GREATER
        double[] bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, .. longer];
        return s_meter.CreateHistogram(name, "s", description, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });
#else
        _ = longer;
        return s_meter.CreateHistogram<double>(name, "s", description);
#endif
    }
}
