using DomainEvents.Persistence.Sql;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Sqlite;

/// <summary>One prepared statement for all messages of a call: SQLite runs in the process, so there are no round trips to save.</summary>
internal sealed class SqliteInsert : IDisposable
{
    private const string Text =
        $"insert into outbox({SqlMessages.Columns}) values (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13)";

    private readonly SqliteCommand _command;

    public SqliteInsert(SqliteTransaction transaction)
    {
        _command = transaction.Connection!.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = Text;
        for (var column = 0; column < SqlMessages.ColumnCount; column++)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
        }
    }

    public void Execute(in OutboxMessage message)
    {
        Set(0, message.Id);
        Set(1, OutboxPartition.Of(message));
        Set(2, message.StreamId);
        Set(3, message.StreamSeq);
        Set(4, message.Type);
        Set(5, message.SchemaVersion);
        Set(6, message.OccurredAt);
        Set(7, System.Runtime.InteropServices.MemoryMarshal.TryGetArray(message.Data, out var data) && data.Offset == 0 && data.Count == data.Array!.Length
            ? data.Array
            : message.Data.ToArray());
        Set(8, message.ContentType);
        Set(9, message.TraceParent);
        Set(10, message.TraceState);
        Set(11, message.Baggage);
        Set(12, message.CorrelationId);
        Set(13, message.CausationId);
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private void Set(int column, object? value) => _command.Parameters[column].Value = value ?? DBNull.Value;
}
