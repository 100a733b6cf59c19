using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json.Serialization;

namespace DomainEvents.Persistence;

/// <summary>
/// A base for objects that raise events. Never required: <see cref="AggregateAttribute"/> does the same for a class with another base.
/// Like any entity it is not for use by several threads at once.
/// </summary>
public abstract class AggregateRoot : IHasDomainEvents
{
    private readonly DomainEventBuffer _domainEvents = new();

    /// <inheritdoc />
    [NotMapped]
    [JsonIgnore]
    public DomainEventBuffer DomainEvents => _domainEvents;

    /// <summary>Records that something happened. Handlers run when the unit of work commits, and never if it does not.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    protected void Raise(IDomainEvent domainEvent) => _domainEvents.Raise(domainEvent);
}
