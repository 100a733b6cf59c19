using DomainEvents;
using Shop.Events;

namespace Shop.Billing;

/// <summary>Publishes an internal event while it handles a public one.</summary>
[DomainEventHandler(Order = 10)]
internal sealed class InvoiceWriter(IActivityLog log, IDomainEventPublisher publisher) : IDomainEventHandler<OrderPlaced>
{
    public void Handle(OrderPlaced domainEvent)
    {
        log.Write("Billing.InvoiceWriter");
        publisher.Publish(new InvoiceIssued(domainEvent.OrderId));
    }
}
