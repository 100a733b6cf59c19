using DomainEvents;
using Trading.Handlers;

namespace Trading.Monitoring;

/// <summary>What <c>--metrics</c> prints after the report.</summary>
public static class MetricsTable
{
    public static void Write(DomainEventMetrics metrics, SubscriptionRegistry subscriptions, Journal journal, TextWriter output)
    {
        DomainEventMetricsSnapshot snapshot = metrics.Snapshot();
        output.WriteLine();
        output.WriteLine("Metrics");
        Row("events published", $"{snapshot.EventsPublished:N0}");
        if (journal.Delivered > 0)
        {
            // The metrics see all of the publisher, the list of events only what the backtest published.
            Row("  by the backtest", $"{journal.Counts.Values.Sum():N0}");
            Row("  from the outbox", $"{journal.Delivered:N0}");
        }

        Row("handlers executed", $"{snapshot.HandlersExecuted:N0}");
        Row("errors", $"{snapshot.Errors:N0}");
        Row("average handling", $"{snapshot.AverageHandlingTime.TotalMicroseconds:N1} us");
        Row("health", $"{metrics.GetHealth()}");

        // More from run to run would be a leak.
        Row("subscriptions", $"{subscriptions.Count:N0}");

        void Row(string name, FormattableString value) => output.WriteLine($"  {name,-22}{FormattableString.Invariant(value),9}");
    }
}
