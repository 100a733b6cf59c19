using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DomainEvents.Persistence.Sql;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Sqlite;

/// <summary>The statements of the store in SQLite's words. Lists travel as JSON, which SQLite takes apart itself.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    private const int Constraint = 19;
    private const int UniqueConstraint = 2067;
    private const int PrimaryKeyConstraint = 1555;
    private const int GenericError = 1;

    public override string Now => SqliteScript.Now;

    /// <summary>A transaction that writes has the database for itself.</summary>
    public override string LockRows => "";

    public override string LockFreeRows => "";

    public override string Streams =>
        "(select json_extract(value, '$[0]') as stream_id, json_extract(value, '$[1]') as last from json_each(@streams))";

    public override string SchemaExists => "select count(*) from sqlite_master where type = 'table' and name = 'outbox_schema'";

    public override string Script(int version) => SqliteScript.Read(version);

    public override string IsIn(string expression, string parameter) => $"{expression} in (select value from json_each(@{parameter}))";

    public override void AddNumbers(DbCommand command, string parameter, IReadOnlyCollection<long> numbers)
    {
        var json = new StringBuilder("[");
        foreach (var number in numbers)
        {
            json.Append(json.Length == 1 ? "" : ",").Append(number.ToString(CultureInfo.InvariantCulture));
        }

        command.With((parameter, json.Append(']').ToString()));
    }

    public override void AddStreams(DbCommand command, IReadOnlyCollection<StreamEnd> streams)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var stream in streams)
            {
                json.WriteStartArray();
                json.WriteStringValue(stream.StreamId);
                json.WriteNumberValue(stream.Last);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        command.With(("streams", Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)));
    }

    /// <summary>Nothing to do: the transaction has the database for itself.</summary>
    public override ValueTask LockSchemaAsync(SqlSession session, CancellationToken cancellationToken) => default;

    public override bool IsDuplicate(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: UniqueConstraint or PrimaryKeyConstraint };

    /// <summary>SQLite has one code for all errors in a statement. The caller's transaction goes on after it, and another would wait for it.</summary>
    public override bool IsTableMissing(DbException exception, DbTransaction transaction)
    {
        if (exception is not SqliteException { SqliteErrorCode: GenericError })
        {
            return false;
        }

        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = SchemaExists;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) == 0;
    }

    public override ValueTask InsertAsync(
        DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var insert = new SqliteInsert((SqliteTransaction)transaction);
        foreach (ref readonly var message in messages.Span)
        {
            insert.Execute(message);
        }

        return default;
    }
}
