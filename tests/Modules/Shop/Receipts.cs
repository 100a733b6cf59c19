using DomainEvents;
using Shop.Events;

namespace Shop;

/// <summary>An asynchronous handler method with a service.</summary>
public static class Receipts
{
    [DomainEventHandler(Order = 10)]
    public static Task PrintAsync(OrderPlaced domainEvent, IPrinter printer, CancellationToken cancellationToken) =>
        printer.PrintAsync($"{domainEvent.OrderId}: {domainEvent.Total}", cancellationToken);
}
