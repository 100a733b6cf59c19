namespace DomainEvents.Guides.Tests;

[DomainEvent]
public sealed partial record OrderPlaced(string OrderId, decimal Total);

[DomainEvent]
public sealed partial record OrderRefused(string OrderId, string Reason);

[DomainEvent]
public sealed partial record MailSent(string OrderId);
