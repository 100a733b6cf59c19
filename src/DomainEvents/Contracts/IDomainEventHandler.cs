namespace DomainEvents;

/// <summary>Handles an event, and the events derived from it, on the publisher's thread.</summary>
/// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
public interface IDomainEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Handles one event.</summary>
    /// <param name="domainEvent">The event, never <see langword="null"/>.</param>
    void Handle(TEvent domainEvent);
}
