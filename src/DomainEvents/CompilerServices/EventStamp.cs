using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// The identity of one event: id and time. All stamps are equal and hash alike, so that a record holding one compares by its data
/// alone while <c>with</c> keeps the identity. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EventStamp : IEquatable<EventStamp>
{
    private EventStamp(Guid eventId, DateTimeOffset occurredAt)
    {
        EventId = eventId;
        OccurredAt = occurredAt;
    }

    /// <summary>A version 7 UUID, increasing in the process.</summary>
    public Guid EventId { get; }

    /// <summary>When the event happened, in UTC.</summary>
    public DateTimeOffset OccurredAt { get; }

    /// <summary>Stamps a new event with the current clock.</summary>
    public static EventStamp Next()
    {
        DomainEventClock.Read(out var eventId, out var occurredAt);
        return new EventStamp(eventId, occurredAt);
    }

    /// <summary>The same stamp with another id.</summary>
    public EventStamp WithEventId(Guid eventId) => new(eventId, OccurredAt);

    /// <summary>The same stamp with another time.</summary>
    public EventStamp WithOccurredAt(DateTimeOffset occurredAt) => new(EventId, occurredAt);

    /// <summary>Always <see langword="true"/>: identity is no part of record equality.</summary>
    public bool Equals(EventStamp other) => true;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is EventStamp;

    /// <inheritdoc />
    public override int GetHashCode() => 0;
}
