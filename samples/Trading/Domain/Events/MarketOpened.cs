using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>A trading day begins. Only the opening price is known.</summary>
[DomainEvent]
public sealed partial record MarketOpened(DateOnly Date, decimal Price);
