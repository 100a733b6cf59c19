using DomainEvents;

namespace Shop.Billing;

/// <summary>An event that no other assembly can name.</summary>
[DomainEvent]
internal sealed partial record InvoiceIssued(string OrderId);
