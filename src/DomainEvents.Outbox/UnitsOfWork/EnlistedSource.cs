namespace DomainEvents.Persistence.UnitsOfWork;

/// <summary>An object whose events belong to a unit of work, as its buffer.</summary>
internal readonly record struct EnlistedSource(DomainEventBuffer Buffer, Func<StreamRef>? Stream);
