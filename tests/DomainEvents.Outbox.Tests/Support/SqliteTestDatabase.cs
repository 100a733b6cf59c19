using System.Data.Common;
using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Tests.Support;

/// <summary>A file of its own, in memory where the machine has a folder for that: what is tested here is no disk.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _file = Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"outbox-{Guid.NewGuid():N}.db");

    private readonly SqliteDatabase _database;

    public SqliteTestDatabase() => _database = new SqliteDatabase(ConnectionString);

    public string ConnectionString => "Data Source=" + _file;

    internal override SqlDatabase Database => _database;

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_file + suffix);
        }
    }
}
