namespace DomainEvents;

/// <summary>What <see cref="DomainEventMetrics"/> have counted since they were attached.</summary>
public sealed class DomainEventMetricsSnapshot
{
    internal DomainEventMetricsSnapshot(long eventsPublished, long handlersExecuted, long errors, TimeSpan handlingTime)
    {
        EventsPublished = eventsPublished;
        HandlersExecuted = handlersExecuted;
        Errors = errors;
        AverageHandlingTime = handlersExecuted == 0 ? TimeSpan.Zero : handlingTime / handlersExecuted;
    }

    /// <summary>How many events were published, those without a handler included.</summary>
    public long EventsPublished { get; }

    /// <summary>How many calls of handlers and subscriptions have ended, failed ones included.</summary>
    public long HandlersExecuted { get; }

    /// <summary>How many of the calls failed.</summary>
    public long Errors { get; }

    /// <summary>How long a call took on average, awaits included; zero before the first.</summary>
    public TimeSpan AverageHandlingTime { get; }
}
