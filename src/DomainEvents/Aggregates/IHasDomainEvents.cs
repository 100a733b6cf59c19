namespace DomainEvents.Persistence;

/// <summary>
/// An object that raises events: usually an aggregate. Implemented by <see cref="AggregateRoot"/>, by the source generator on classes
/// marked <see cref="AggregateAttribute"/>, or by hand.
/// </summary>
public interface IHasDomainEvents
{
    /// <summary>The events that were raised and are not yet committed. The same buffer every time.</summary>
    DomainEventBuffer DomainEvents { get; }
}
