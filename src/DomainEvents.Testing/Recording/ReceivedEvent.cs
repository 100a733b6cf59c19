namespace DomainEvents.Testing.Recording;

/// <summary>An event as the spy got it.</summary>
/// <param name="Event">The event.</param>
/// <param name="EventType">Its event type then: a pooled event may have been returned when somebody asks.</param>
internal readonly record struct ReceivedEvent(IDomainEvent Event, string EventType);
