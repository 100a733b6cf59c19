using DomainEvents;

namespace Shop.Events;

/// <summary>An event about a customer, whatever it derives from.</summary>
public interface IConcernsCustomer : IDomainEvent
{
    string CustomerId { get; }
}
