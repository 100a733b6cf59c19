namespace DomainEvents;

/// <summary>One call of a handler or subscription, as an <see cref="EventTracer"/> saw it.</summary>
public sealed class HandlerTrace
{
    internal HandlerTrace()
    {
    }

    /// <summary>The full name of the handler; for a subscription, a text that names the type subscribed to.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it was called through its asynchronous form.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether it ran off the caller's path: a background handler or a subscription on a synchronization context.</summary>
    public bool IsBackground { get; init; }

    /// <summary>When the call began, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took, awaits included; <see langword="null"/> while it runs.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What it threw, or <see langword="null"/>.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The events that it published, in order.</summary>
    public required IReadOnlyList<EventTrace> Published { get; init; }
}
