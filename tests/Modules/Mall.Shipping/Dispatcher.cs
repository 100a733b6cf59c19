using DomainEvents;
using Mall.Billing;

namespace Mall.Shipping;

/// <summary>Ships what was paid.</summary>
[DomainEventHandler(Lifetime = HandlerLifetime.Singleton)]
public sealed class Dispatcher : IDomainEventHandler<InvoicePaid>
{
    public List<string> Shipped { get; } = [];

    public void Handle(InvoicePaid domainEvent) => Shipped.Add(domainEvent.InvoiceId);
}
