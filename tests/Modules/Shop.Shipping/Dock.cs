using DomainEvents;
using Shop.Events;

namespace Shop.Shipping;

/// <summary>A class with handler methods: two static ones of which one is internal.</summary>
internal static class Dock
{
    [DomainEventHandler]
    public static void Load(OrderPlaced domainEvent, IActivityLog log) => log.Write("Shipping.Dock.Load");

    [DomainEventHandler]
    internal static void Unload(OrderCancelled domainEvent, IActivityLog log) => log.Write("Shipping.Dock.Unload");
}
