namespace DomainEvents.Pipelines;

/// <summary>Takes events off the caller's path: a background handler's lane, a subscription's synchronization context.</summary>
internal interface IHandOver
{
    /// <summary>Hands an event over. The handler runs later and elsewhere.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="now">The time of the call, as subscriptions are told it.</param>
    /// <param name="observed">The step, if the publish is observed: runs the handler, or is abandoned.</param>
    void HandOver(IDomainEvent domainEvent, long now, InstrumentedCall? observed);
}
