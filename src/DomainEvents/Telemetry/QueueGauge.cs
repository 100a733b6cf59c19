using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using DomainEvents.Background;

namespace DomainEvents.Telemetry;

/// <summary>
/// Measures how much waits in the background lanes of the process. Lanes are asked when somebody collects and at no other time, so this
/// needs no attaching; it keeps none of them alive.
/// </summary>
internal static class QueueGauge
{
    private const string Events = "events";
    private const string Handlers = "handlers";

    private static readonly ConditionalWeakTable<BackgroundLane, string?> s_lanes = CreateGauge();

    /// <summary>Measures a lane of a <see cref="BackgroundPublisher"/>.</summary>
    public static void Add(EventLane lane) => s_lanes.Add(lane, null);

    /// <summary>Measures the lane of the background handlers of a class.</summary>
    public static void Add(HandlerLane lane, string handlerClass) => s_lanes.Add(lane, handlerClass);

    private static ConditionalWeakTable<BackgroundLane, string?> CreateGauge()
    {
        var lanes = new ConditionalWeakTable<BackgroundLane, string?>();
        Instruments.Meter.CreateObservableGauge(
            "domain_events.background.queue.depth", () => Measure(lanes), "{event}", "Events that wait in the background, those being handled not counted.");
        return lanes;
    }

    /// <summary>One value a class of handlers, and one for all background publishers: of two with the same attributes only one would count.</summary>
    private static IEnumerable<Measurement<long>> Measure(ConditionalWeakTable<BackgroundLane, string?> lanes) =>
        from entry in lanes
        group entry.Key.Waiting by entry.Value ?? string.Empty into waiting
        select new Measurement<long>(waiting.Sum(static depth => (long)depth), TagsOf(waiting.Key));

    private static KeyValuePair<string, object?>[] TagsOf(string handlerClass) => handlerClass.Length == 0
        ? [new(TelemetryNames.Queue, Events)]
        : [new(TelemetryNames.Queue, Handlers), new(TelemetryNames.HandlerClass, handlerClass)];
}
