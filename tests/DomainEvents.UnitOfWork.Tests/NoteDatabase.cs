using System.Buffers;
using System.Data.Common;
using System.Text;
using DomainEvents.Persistence.Serialization;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.UnitsOfWork.Tests;

/// <summary>A real database in a file: notes, an outbox of its own, and a constraint that is checked at the commit.</summary>
internal sealed class NoteDatabase : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"notes-{Guid.NewGuid():N}.db");

    public NoteDatabase()
    {
        Connection = Open();
        Execute(Connection, """
            create table notes(text text not null);
            create table outbox(id text primary key, type text not null, stream_id text not null, stream_seq integer not null, data text not null);
            create table owners(id integer primary key);
            create table claims(owner integer not null references owners(id) deferrable initially deferred);
            """);
        Writer = new OutboxWriter(new TableStore(this), new OutboxMessageFactory(new TextSerializer()), Signal);
    }

    public SqliteConnection Connection { get; }

    public DomainEventPublisher Publisher { get; } = new();

    public OutboxSignal Signal { get; } = new();

    public OutboxWriter Writer { get; }

    /// <summary>Thrown by the outbox while it is set.</summary>
    public Exception? OutboxFault { get; set; }

    public UnitOfWork Begin() => UnitOfWork.Begin(Connection, Publisher, Options(Writer));

    public static UnitOfWorkOptions Options(OutboxWriter? writer) => new() { Outbox = writer, IsDurable = static domainEvent => domainEvent is NoteKept };

    public void Write(UnitOfWork work, string text) => Execute(Connection, "insert into notes values (@0)", work.Transaction, text);

    /// <summary>Makes the database refuse the commit, which leaves the transaction open.</summary>
    public void BreakCommit(UnitOfWork work, int owner = 1) => Execute(Connection, "insert into claims values (@0)", work.Transaction, owner);

    public void MendCommit(UnitOfWork work, int owner = 1) => Execute(Connection, "insert into owners values (@0)", work.Transaction, owner);

    public IReadOnlyList<string> Notes() => Read("select text from notes order by rowid");

    public IReadOnlyList<string> Outbox() => Read("select data from outbox order by rowid");

    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    public void Dispose()
    {
        Connection.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var file in (string[])[_path, _path + "-wal", _path + "-shm"])
        {
            File.Delete(file);
        }
    }

    private static void Execute(SqliteConnection connection, string sql, DbTransaction? transaction = null, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = (SqliteTransaction?)transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue("@" + i, values[i]);
        }

        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={_path};Pooling=False;Foreign Keys=True");
        connection.Open();

        // No power is cut here: nothing has to wait for the disk.
        Execute(connection, "pragma journal_mode = wal; pragma synchronous = off");
        return connection;
    }

    private sealed class TextSerializer : IEventSerializer
    {
        public string ContentType => "text/plain";

        public void Write(IBufferWriter<byte> output, IDomainEvent domainEvent) =>
            output.Write(Encoding.UTF8.GetBytes(((NoteKept)domainEvent).Text));

        public IDomainEvent Read(string eventType, int version, ReadOnlySpan<byte> data) => throw new NotSupportedException();
    }

    /// <summary>Only what a unit of work needs of a store.</summary>
    private sealed class TableStore(NoteDatabase database) : IOutboxStore
    {
        public ValueTask AppendAsync(DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken)
        {
            if (database.OutboxFault is { } fault)
            {
                throw fault;
            }

            foreach (var message in messages.Span)
            {
                try
                {
                    Execute(
                        database.Connection,
                        "insert into outbox values (@0, @1, @2, @3, @4)",
                        transaction,
                        message.Id.ToString(),
                        message.Type,
                        message.StreamId,
                        message.StreamSeq,
                        Encoding.UTF8.GetString(message.Data.Span));
                }
                catch (SqliteException exception) when (exception.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT_PRIMARYKEY)
                {
                    throw new DuplicateMessageException($"The message {message.Id} is in the outbox already.", exception);
                }
            }

            return default;
        }

        public ValueTask<IReadOnlyList<PartitionLease>> AcquireAsync(string owner, int max, TimeSpan duration, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<int> ReadAsync(
            IReadOnlyList<PartitionLease> leases, OutboxBatch into, int max, TimeSpan duration, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<bool> CompleteAsync(IReadOnlyList<PartitionLease> leases, OutboxBatch batch, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<bool> RenewAsync(IReadOnlyList<PartitionLease> leases, TimeSpan duration, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask ReleaseAsync(IReadOnlyList<PartitionLease> leases, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask LeaveAsync(string owner, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<int> CleanUpAsync(OutboxRetention retention, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<OutboxStatistics> ReadStatisticsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
