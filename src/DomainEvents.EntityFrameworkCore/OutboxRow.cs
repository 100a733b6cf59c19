namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>A message as the model maps it. Added by the interceptor and written by the save that it belongs to.</summary>
internal sealed class OutboxRow
{
    public Guid Id { get; init; }

    public int Partition { get; init; }

    public required string StreamId { get; init; }

    public long StreamSeq { get; init; }

    public required string Type { get; init; }

    public int SchemaVersion { get; init; }

    public DateTimeOffset OccurredAt { get; init; }

    public required byte[] Data { get; init; }

    public required string ContentType { get; init; }

    public string? TraceParent { get; init; }

    public string? TraceState { get; init; }

    public string? Baggage { get; init; }

    public string? CorrelationId { get; init; }

    public string? CausationId { get; init; }

    public static OutboxRow From(in OutboxMessage message) => new()
    {
        Id = message.Id,
        Partition = OutboxPartition.Of(message),
        StreamId = message.StreamId,
        StreamSeq = message.StreamSeq,
        Type = message.Type,
        SchemaVersion = message.SchemaVersion,
        OccurredAt = message.OccurredAt,
        Data = message.Data.ToArray(),
        ContentType = message.ContentType,
        TraceParent = message.TraceParent,
        TraceState = message.TraceState,
        Baggage = message.Baggage,
        CorrelationId = message.CorrelationId,
        CausationId = message.CausationId,
    };
}
