namespace DomainEvents;

/// <summary>One publish of an event, as an <see cref="EventTracer"/> saw it, with what it led to. A picture of one moment: it does not change.</summary>
public sealed class EventTrace
{
    internal EventTrace()
    {
    }

    /// <summary>The id of the event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The event type: <c>order.placed</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>The phase of a unit of work, which publishes an event once a phase; <see langword="null"/> for a plain publish.</summary>
    public HandlerPhase? Phase { get; init; }

    /// <summary>The id of the event whose handler published this one, or <see langword="null"/>.</summary>
    public Guid? CausedByEventId { get; init; }

    /// <summary>The handler that published the event, or <see langword="null"/>.</summary>
    public string? CausedByHandler { get; init; }

    /// <summary>When the publish began, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Until the publish went back to its caller; <see langword="null"/> before that. Background handlers may have taken longer.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What the caller got, or <see langword="null"/>.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The calls of handlers and subscriptions, in the order in which they began.</summary>
    public required IReadOnlyList<HandlerTrace> Handlers { get; init; }

    /// <summary>How many calls are not shown because the event had more of them than the tracer keeps.</summary>
    public int OmittedHandlers { get; init; }
}
