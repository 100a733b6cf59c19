using System.ComponentModel;
using DomainEvents.CompilerServices;

namespace DomainEvents;

/// <summary>
/// The base that the generator gives to events that are plain classes without a base of their own. It carries the identity of the
/// event and the index by which the publisher finds its handlers. Never required: an event with another base gets the members directly.
/// </summary>
public abstract class DomainEvent : IDomainEvent
{
    /// <summary>The index of the event's type in the process, or 0 while it is not known.</summary>
    internal int TypeIndex;

    private EventStamp _stamp = EventStamp.Next();

    /// <summary>For constructors and deserialisers that do not know the index: the publisher finds it by type.</summary>
    protected DomainEvent()
    {
    }

    /// <summary>For generated constructors only.</summary>
    /// <param name="eventTypeIndex">What <see cref="EventTypeIndex.Register"/> gave for the type.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected DomainEvent(int eventTypeIndex) => TypeIndex = eventTypeIndex;

    /// <inheritdoc />
    public Guid EventId
    {
        get => _stamp.EventId;
        init => _stamp = _stamp.WithEventId(value);
    }

    /// <inheritdoc />
    public DateTimeOffset OccurredAt
    {
        get => _stamp.OccurredAt;
        init => _stamp = _stamp.WithOccurredAt(value);
    }

    /// <inheritdoc />
    public abstract string EventType { get; }

    /// <inheritdoc />
    public virtual int EventVersion => 1;

    /// <summary>For generated constructors of events that derive from events only.</summary>
    /// <param name="eventTypeIndex">What <see cref="EventTypeIndex.Register"/> gave for the type.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetEventTypeIndex(int eventTypeIndex) => TypeIndex = eventTypeIndex;

    /// <summary>For generated code of pooled events only: an event that is rented again is a new one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void RenewIdentity() => _stamp = EventStamp.Next();
}
