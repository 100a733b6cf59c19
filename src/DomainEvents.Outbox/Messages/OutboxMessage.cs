namespace DomainEvents.Persistence;

/// <summary>An event as it lies in the outbox and goes to the broker. The attributes are those of CloudEvents 1.0.</summary>
/// <param name="Id">The event's id. It stays the same however often the message is sent.</param>
/// <param name="Type">The event type: <c>strategy.created</c>. With <paramref name="SchemaVersion"/> the identity of the payload's shape.</param>
/// <param name="SchemaVersion">The version of the payload's shape.</param>
/// <param name="StreamId">What the event belongs to; empty when it has no order to keep.</param>
/// <param name="StreamSeq">The place in the stream (<see cref="StreamRef.SequenceOf"/>); zero when only the insertion orders the stream.</param>
/// <param name="OccurredAt">When the event happened, in UTC.</param>
/// <param name="Data">The payload.</param>
/// <param name="ContentType">The media type of the payload.</param>
/// <param name="TraceParent">The W3C trace context in which the event was captured.</param>
/// <param name="TraceState">The vendors' part of the trace context.</param>
/// <param name="Baggage">The W3C baggage of the trace context.</param>
/// <param name="CorrelationId">What the event is correlated by, if the application says so.</param>
/// <param name="CausationId">The id of the message that led to this one, if the application says so.</param>
public readonly record struct OutboxMessage(
    Guid Id,
    string Type,
    int SchemaVersion,
    string StreamId,
    long StreamSeq,
    DateTimeOffset OccurredAt,
    ReadOnlyMemory<byte> Data,
    string ContentType,
    string? TraceParent,
    string? TraceState,
    string? Baggage,
    string? CorrelationId,
    string? CausationId);
