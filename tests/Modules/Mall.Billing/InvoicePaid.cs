using DomainEvents;

namespace Mall.Billing;

/// <summary>An invoice was paid.</summary>
[DomainEvent]
public sealed partial record InvoicePaid(string InvoiceId);
