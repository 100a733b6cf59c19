using DomainEvents;
using Shop.Events;

namespace Shop.Billing;

/// <summary>Handles whatever concerns a customer, before the handlers of the events themselves.</summary>
[DomainEventHandler(Order = -5)]
internal sealed class CustomerFile(IActivityLog log) : IDomainEventHandler<IConcernsCustomer>
{
    public void Handle(IConcernsCustomer domainEvent) => log.Write("Billing.CustomerFile");
}
