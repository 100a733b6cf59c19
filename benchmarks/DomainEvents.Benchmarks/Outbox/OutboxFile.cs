using DomainEvents.Persistence;
using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Benchmarks.Outbox;

/// <summary>An SQLite file with the tables of the outbox and one of an application, on the disk that the system keeps its temporary files on.</summary>
internal sealed class OutboxFile : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"outbox-benchmark-{Guid.NewGuid():N}.db");
    private readonly SqliteDatabase _database;

    public OutboxFile()
    {
        _database = new SqliteDatabase(ConnectionString);
        new SqlSchema(_database).EnsureCreatedAsync().GetAwaiter().GetResult();
        Store = new SqlOutboxStore(_database);
        Connection = new SqliteConnection(ConnectionString + ";Default Timeout=60");
        Connection.Open();
        Execute("pragma synchronous = normal; create table account (id text primary key, balance integer not null, version integer not null); insert into account values ('a', 0, 0)");
    }

    public string ConnectionString => "Data Source=" + _file;

    public IOutboxStore Store { get; }

    /// <summary>The application's own, with the synchronization that applications choose where they want to be quick.</summary>
    public SqliteConnection Connection { get; }

    public void Execute(string text)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Connection.Dispose();
        _database.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(_file + suffix);
        }
    }
}
