using DomainEvents;
using Shop.Events;

namespace Shop.Shipping;

/// <summary>Handles every event, those that it cannot name included.</summary>
[DomainEventHandler(Order = 100, Lifetime = HandlerLifetime.Singleton)]
internal sealed class EverythingWatch(IActivityLog log) : IDomainEventHandler<IDomainEvent>
{
    public void Handle(IDomainEvent domainEvent) => log.Write("Shipping.EverythingWatch " + domainEvent.EventType);
}
