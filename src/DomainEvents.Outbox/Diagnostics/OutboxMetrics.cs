using System.Diagnostics.Metrics;

namespace DomainEvents.Persistence;

/// <summary>The instruments of the outbox that need no state. The others read the relay's last statistics.</summary>
internal static class OutboxMetrics
{
    /// <summary>The name of the meter.</summary>
    public const string Name = "DomainEvents.Outbox";

    public static Meter Meter { get; } = new(Name);

    /// <summary>Messages that a consumer had handled before.</summary>
    public static Counter<long> Duplicates { get; } =
        Meter.CreateCounter<long>("domainevents.outbox.duplicates", "{message}", "Messages that arrived again after they had been handled.");

    /// <summary>Attempts that failed and are made again.</summary>
    public static Counter<long> Retries { get; } =
        Meter.CreateCounter<long>("domainevents.outbox.retries", "{attempt}", "Attempts to send that failed and are made again.");

    /// <summary>Messages that were given up.</summary>
    public static Counter<long> Buried { get; } =
        Meter.CreateCounter<long>("domainevents.outbox.buried", "{message}", "Messages that were given up.");

    /// <summary>Messages that the transport confirmed.</summary>
    public static Counter<long> Sent { get; } =
        Meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Messages that the transport confirmed or refused.");

    /// <summary>From handing a message to the transport to its answer.</summary>
    public static Histogram<double> SendDuration { get; } =
        Meter.CreateHistogram<double>("messaging.client.operation.duration", "s", "Time from sending a message to the answer.");

    /// <summary>From the insertion of a message to its confirmation.</summary>
    public static Histogram<double> Lag { get; } =
        Meter.CreateHistogram<double>("domainevents.outbox.lag.duration", "s", "Time from the insertion of a message to its confirmation.");
}
