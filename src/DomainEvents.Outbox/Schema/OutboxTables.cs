using System.ComponentModel;

namespace DomainEvents.Persistence;

/// <summary>
/// The names in the database, for those who write rows by other means than <see cref="IOutboxStore.AppendAsync"/>. A writer of
/// <see cref="Outbox"/> sets the columns named here and no others; values take the form that the ADO.NET provider gives them: an id is a
/// <c>Guid</c>, the time a <c>DateTimeOffset</c> in UTC, the data <c>byte[]</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public static class OutboxTables
{
    /// <summary>The messages to be sent. The database numbers the rows itself, in <c>seq</c>.</summary>
    public const string Outbox = "outbox";

    /// <summary>The messages that were given up.</summary>
    public const string DeadLetters = "outbox_dead";

    /// <summary>The owners of the partitions.</summary>
    public const string Partitions = "outbox_partition";

    /// <summary>The relays that are alive.</summary>
    public const string Relays = "outbox_relay";

    /// <summary>The streams that wait for a message to be tried again.</summary>
    public const string Streams = "outbox_stream";

    /// <summary>The messages that were handled.</summary>
    public const string Inbox = "inbox";

    /// <summary>The version of the tables.</summary>
    public const string Version = "outbox_schema";

    /// <summary><see cref="OutboxMessage.Id"/>; unique.</summary>
    public const string Id = "id";

    /// <summary><see cref="OutboxPartition.Of(in OutboxMessage)"/>.</summary>
    public const string Partition = "part";

    /// <summary><see cref="OutboxMessage.StreamId"/>; never null.</summary>
    public const string StreamId = "stream_id";

    /// <summary><see cref="OutboxMessage.StreamSeq"/>; unique in the stream unless it is zero.</summary>
    public const string StreamSeq = "stream_seq";

    /// <summary><see cref="OutboxMessage.Type"/>.</summary>
    public const string Type = "type";

    /// <summary><see cref="OutboxMessage.SchemaVersion"/>.</summary>
    public const string SchemaVersion = "schema_ver";

    /// <summary><see cref="OutboxMessage.OccurredAt"/>.</summary>
    public const string OccurredAt = "occurred_at";

    /// <summary><see cref="OutboxMessage.Data"/>.</summary>
    public const string Data = "data";

    /// <summary><see cref="OutboxMessage.ContentType"/>.</summary>
    public const string ContentType = "content_type";

    /// <summary><see cref="OutboxMessage.TraceParent"/>.</summary>
    public const string TraceParent = "traceparent";

    /// <summary><see cref="OutboxMessage.TraceState"/>.</summary>
    public const string TraceState = "tracestate";

    /// <summary><see cref="OutboxMessage.Baggage"/>.</summary>
    public const string Baggage = "baggage";

    /// <summary><see cref="OutboxMessage.CorrelationId"/>.</summary>
    public const string CorrelationId = "correlation_id";

    /// <summary><see cref="OutboxMessage.CausationId"/>.</summary>
    public const string CausationId = "causation_id";
}
