using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>A trading day begins. Only the opening price is known. Rented for each day, for nobody keeps it.</summary>
[DomainEvent(Pooled = true)]
public sealed partial class MarketOpened
{
    public partial DateOnly Date { get; }

    public partial decimal Price { get; }
}
