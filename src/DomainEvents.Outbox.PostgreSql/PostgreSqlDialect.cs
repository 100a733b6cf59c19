using System.Data.Common;
using DomainEvents.Persistence.Sql;
using Npgsql;
using NpgsqlTypes;

namespace DomainEvents.Persistence.PostgreSql;

/// <summary>The statements of the store in PostgreSQL's words. Lists travel as arrays.</summary>
internal sealed class PostgreSqlDialect : SqlDialect
{
    /// <summary>Any number, the same in every process: who holds it may change the tables.</summary>
    private const long SchemaLock = 0x646F_6D61_696E_6576;

    private const string InsertText =
        $"insert into outbox({SqlMessages.Columns}) select * from unnest(@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13)";

    public override string Now => PostgreSqlScript.Now;

    public override string LockRows => " for update";

    public override string LockFreeRows => " for update skip locked";

    public override string Streams => "unnest(@streams, @lasts)";

    public override string StreamColumns => "(stream_id, last)";

    public override string SchemaExists =>
        "select count(*) from pg_class where oid = to_regclass('outbox_schema') and relkind in ('r', 'p')";

    public override string Script(int version) => PostgreSqlScript.Read(version);

    public override string IsIn(string expression, string parameter) => $"{expression} = any(@{parameter})";

    public override void AddNumbers(DbCommand command, string parameter, IReadOnlyCollection<long> numbers) =>
        Add(command, parameter, NpgsqlDbType.Bigint, numbers.ToArray());

    public override void AddStreams(DbCommand command, IReadOnlyCollection<StreamEnd> streams)
    {
        Add(command, "streams", NpgsqlDbType.Text, streams.Select(stream => stream.StreamId).ToArray());
        Add(command, "lasts", NpgsqlDbType.Bigint, streams.Select(stream => stream.Last).ToArray());
    }

    /// <summary>Held to the end of the transaction. Without it two processes that create a table at once would fail.</summary>
    public override async ValueTask LockSchemaAsync(SqlSession session, CancellationToken cancellationToken) =>
        await session.ExecuteAsync($"select pg_advisory_xact_lock({SchemaLock})", cancellationToken).ConfigureAwait(false);

    public override bool IsDuplicate(DbException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsTableMissing(DbException exception, DbTransaction transaction) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable };

    /// <summary>One statement with an array for each column: the fastest of the ways that were measured.</summary>
    public override async ValueTask InsertAsync(
        DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var command = transaction.Connection!.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
            command.CommandText = InsertText;
            AddColumns(command, messages.Span);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static void AddColumns(DbCommand command, ReadOnlySpan<OutboxMessage> messages)
    {
        AddColumn(command, "0", NpgsqlDbType.Uuid, messages, message => message.Id);
        AddColumn(command, "1", NpgsqlDbType.Smallint, messages, message => (short)OutboxPartition.Of(message));
        AddColumn(command, "2", NpgsqlDbType.Text, messages, message => message.StreamId);
        AddColumn(command, "3", NpgsqlDbType.Bigint, messages, message => message.StreamSeq);
        AddColumn(command, "4", NpgsqlDbType.Text, messages, message => message.Type);
        AddColumn(command, "5", NpgsqlDbType.Integer, messages, message => message.SchemaVersion);
        AddColumn(command, "6", NpgsqlDbType.TimestampTz, messages, message => message.OccurredAt.ToUniversalTime());
        AddColumn(command, "7", NpgsqlDbType.Bytea, messages, message => message.Data.ToArray());
        AddColumn(command, "8", NpgsqlDbType.Text, messages, message => message.ContentType);
        AddColumn(command, "9", NpgsqlDbType.Text, messages, message => message.TraceParent);
        AddColumn(command, "10", NpgsqlDbType.Text, messages, message => message.TraceState);
        AddColumn(command, "11", NpgsqlDbType.Text, messages, message => message.Baggage);
        AddColumn(command, "12", NpgsqlDbType.Text, messages, message => message.CorrelationId);
        AddColumn(command, "13", NpgsqlDbType.Text, messages, message => message.CausationId);
    }

    private static void AddColumn<T>(
        DbCommand command, string name, NpgsqlDbType type, ReadOnlySpan<OutboxMessage> messages, Func<OutboxMessage, T> read)
    {
        var values = new T[messages.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = read(messages[index]);
        }

        Add(command, name, type, values);
    }

    private static void Add(DbCommand command, string name, NpgsqlDbType type, object values) =>
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = values });
}
