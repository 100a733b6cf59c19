using DomainEvents;
using Shop.Events;

namespace Shop.Billing;

/// <summary>An internal handler of an internal event, with a method that takes a service.</summary>
internal static class InvoiceArchive
{
    [DomainEventHandler]
    internal static void Keep(InvoiceIssued domainEvent, IActivityLog log) => log.Write("Billing.InvoiceArchive " + domainEvent.OrderId);
}
