using System.Data.Common;

namespace DomainEvents.Persistence.Sql;

/// <summary>The columns of a message and how they are read.</summary>
internal static class SqlMessages
{
    /// <summary>In the order in which <see cref="Read"/> expects them.</summary>
    public const string Columns =
        "id, part, stream_id, stream_seq, type, schema_ver, occurred_at, data, content_type, traceparent, tracestate, baggage, "
        + "correlation_id, causation_id";

    /// <summary>How many <see cref="Columns"/> there are.</summary>
    public const int ColumnCount = 14;

    public static OutboxMessage Read(DbDataReader reader, int first) => new(
        reader.GetGuid(first),
        reader.GetString(first + 4),
        reader.GetInt32(first + 5),
        reader.GetString(first + 2),
        reader.GetInt64(first + 3),
        reader.GetFieldValue<DateTimeOffset>(first + 6),
        reader.GetFieldValue<byte[]>(first + 7),
        reader.GetString(first + 8),
        Text(reader, first + 9),
        Text(reader, first + 10),
        Text(reader, first + 11),
        Text(reader, first + 12),
        Text(reader, first + 13));

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
