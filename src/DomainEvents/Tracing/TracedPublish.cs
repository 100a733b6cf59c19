using DomainEvents.Observation;

namespace DomainEvents.Tracing;

/// <summary>A publish in the memory of a tracer. Of the event it keeps the id and the type.</summary>
internal sealed class TracedPublish(PublishObservation publish)
{
    public long Number { get; } = publish.Number;

    public Guid EventId { get; } = publish.EventId;

    public string EventType { get; } = publish.EventType;

    public HandlerPhase? Phase { get; } = publish.Phase;

    public PublishCause? Cause { get; } = publish.Cause;

    public DateTimeOffset StartedAt { get; } = publish.StartedAt;

    public TimeSpan? Duration { get; set; }

    public Exception? Exception { get; set; }

    public List<TracedHandler> Handlers { get; } = [];

    public int OmittedHandlers { get; set; }

    /// <summary>The picture of now.</summary>
    /// <param name="published">What the handlers published, each already pictured.</param>
    public EventTrace ToTrace(Dictionary<TracedPublish, EventTrace> published) => new()
    {
        EventId = EventId,
        EventType = EventType,
        Phase = Phase,
        CausedByEventId = Cause?.EventId,
        CausedByHandler = Cause?.HandlerName,
        StartedAt = StartedAt,
        Duration = Duration,
        Exception = Exception,
        Handlers = [.. Handlers.Select(handler => handler.ToTrace(published))],
        OmittedHandlers = OmittedHandlers,
    };
}
