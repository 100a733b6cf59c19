using DomainEvents.Observation;

namespace DomainEvents.Background;

/// <summary>Tells a publisher's observers which events wait to be published. Costs nothing while there are none.</summary>
internal readonly struct EventQueue(IDomainEventPublisher publisher)
{
    private readonly PublishObservers? _observers = (publisher as DomainEventPublisher)?.Observers;

    /// <summary>An event is about to be queued.</summary>
    public void Enter(IDomainEvent domainEvent) =>
        _observers?.Notify(static (observer, domainEvent) => observer.OnQueued(domainEvent), domainEvent);

    /// <summary>An event was published, or was not accepted, or will not be published.</summary>
    public void Leave(IDomainEvent domainEvent) =>
        _observers?.Notify(static (observer, domainEvent) => observer.OnUnqueued(domainEvent), domainEvent);
}
