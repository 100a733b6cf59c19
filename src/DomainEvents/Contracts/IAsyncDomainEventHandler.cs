namespace DomainEvents;

/// <summary>Handles an event, and the events derived from it, asynchronously.</summary>
/// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
public interface IAsyncDomainEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    /// <summary>Handles one event.</summary>
    /// <param name="domainEvent">The event, never <see langword="null"/>.</param>
    /// <param name="cancellationToken">The token given to the publisher.</param>
    ValueTask HandleAsync(TEvent domainEvent, CancellationToken cancellationToken);
}
