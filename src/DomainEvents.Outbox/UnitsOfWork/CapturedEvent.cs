namespace DomainEvents.Persistence.UnitsOfWork;

/// <summary>An event that belongs to a transaction.</summary>
/// <param name="Event">The event.</param>
/// <param name="Source">Where it waits until the transaction has committed.</param>
/// <param name="Stream">What it belongs to; <see langword="null"/> for nothing.</param>
/// <param name="IsDurable">Whether it goes to the outbox.</param>
internal readonly record struct CapturedEvent(IDomainEvent Event, DomainEventBuffer Source, Func<StreamRef>? Stream, bool IsDurable);
