using DomainEvents.Tracing;

namespace DomainEvents;

/// <summary>
/// Keeps what a publisher does, from the moment it is attached: which handlers an event reached, how long they took, what they threw, which
/// events they published in turn; across awaits and into the background. Safe for use by several threads. A publisher to which nothing is
/// attached pays nothing.
/// </summary>
/// <remarks>The memory is bounded and the newest is kept. Events themselves are not, only their ids and types.</remarks>
public sealed class EventTracer : IDisposable
{
    private readonly TraceRecord _record;
    private readonly IDisposable _attachment;

    private EventTracer(DomainEventPublisher publisher, int capacity)
    {
        _record = new TraceRecord(capacity);
        _attachment = publisher.Observers.Attach(new TraceObserver(_record));
    }

    /// <summary>Attaches a tracer to a publisher. Dispose it to detach it; what it has kept stays readable.</summary>
    /// <param name="publisher">The publisher.</param>
    /// <param name="capacity">How many publishes and calls of handlers to keep, together. When there are more, the oldest publishes go.</param>
    /// <exception cref="ArgumentNullException">There is no publisher.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public static EventTracer Attach(DomainEventPublisher publisher, int capacity = 10_000)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        return new EventTracer(publisher, capacity);
    }

    /// <summary>The publishes of an event, in order, each with all that it led to. Empty if the event was not seen, or is forgotten.</summary>
    /// <param name="eventId">The event.</param>
    public IReadOnlyList<EventTrace> GetTrace(Guid eventId) => _record.Read(eventId);

    /// <summary>
    /// Writes what an event led to, one line for each event and handler: time in UTC, indented name, duration, what went wrong. In colours
    /// if the writer is a console that shows them and <c>NO_COLOR</c> is not set.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="eventId">The event.</param>
    public void Print(TextWriter writer, Guid eventId)
    {
        ArgumentNullException.ThrowIfNull(writer);
        TracePrinter.Print(writer, eventId, GetTrace(eventId), TerminalColours.AreShownBy(writer));
    }

    /// <summary>
    /// What an event led to, as a Mermaid flowchart: paste it into Markdown between <c>```mermaid</c> and <c>```</c>. Very large traces are cut
    /// off at what Mermaid draws, and say so.
    /// </summary>
    /// <param name="eventId">The event.</param>
    public string ToMermaid(Guid eventId) => MermaidWriter.Write(eventId, GetTrace(eventId));

    /// <summary>Detaches the tracer. Publishes that run are followed to their end. Disposing twice is harmless.</summary>
    public void Dispose() => _attachment.Dispose();
}
