using DomainEvents;
using Shop.Events;

namespace Shop.Billing;

/// <summary>Keeps an event and its handler to itself: both are registered from inside this type, which is partial for that.</summary>
internal static partial class MonthEnd
{
    [DomainEventHandler(Order = 1)]
    internal static void On(InvoiceIssued domainEvent, IDomainEventPublisher publisher) => publisher.Publish(new MonthClosed(domainEvent.OrderId));

    [DomainEvent]
    private sealed partial record MonthClosed(string LastOrderId);

    private sealed class Closer(IActivityLog log) : IDomainEventHandler<MonthClosed>
    {
        public void Handle(MonthClosed domainEvent) => log.Write("Billing.MonthEnd.Closer " + domainEvent.LastOrderId);
    }
}
