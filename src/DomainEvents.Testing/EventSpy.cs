namespace DomainEvents.Testing;

/// <summary>
/// Remembers the events that a publisher publishes from the moment it is attached, in the order in which they were published: an event
/// before those that its handlers publish. Safe for use by several threads. Needs no test framework.
/// </summary>
/// <remarks>
/// An event counts as published also when a handler fails, and not when the publisher refuses it. The spy keeps every event alive; of a
/// pooled event that was returned it knows the event type alone.
/// </remarks>
public sealed partial class EventSpy : IDisposable
{
    /// <summary>Every event, in the order in which they were published. What is published later does not change the list.</summary>
    public IReadOnlyList<IDomainEvent> Received => Array.ConvertAll(Record.Snapshot(), static received => received.Event);

    /// <summary>How many events of an event type were published.</summary>
    /// <param name="eventType">The event type, such as <c>EventTypes.OrderPlaced</c>.</param>
    public int CountOf([EventTypeName] string eventType) => EventsOfType(eventType).Count;

    /// <summary>The events of a class, of a base type or of an interface, in the order in which they were published.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    public IReadOnlyList<TEvent> EventsOf<TEvent>()
        where TEvent : IDomainEvent => [.. Received.OfType<TEvent>()];

    /// <summary>The events of an event type, in the order in which they were published.</summary>
    /// <param name="eventType">The event type, such as <c>EventTypes.OrderPlaced</c>.</param>
    public IReadOnlyList<IDomainEvent> EventsOfType([EventTypeName] string eventType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        return [.. Record.Snapshot().Where(received => received.EventType == eventType).Select(static received => received.Event)];
    }
}
