using System.Data.Common;
using DomainEvents.Persistence.PostgreSql;
using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Tests.Support;
using Npgsql;

namespace DomainEvents.Persistence.Tests.Servers;

/// <summary>A schema of its own on the shared server.</summary>
internal sealed class PostgreSqlTestDatabase : TestDatabase
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly PostgreSqlDatabase _database;

    private PostgreSqlTestDatabase(string connectionString)
    {
        ConnectionString = connectionString;
        _dataSource = NpgsqlDataSource.Create(connectionString);
        _database = PostgreSqlDatabase.Create(connectionString);
    }

    public string ConnectionString { get; }

    internal override SqlDatabase Database => _database;

    public static async Task<PostgreSqlTestDatabase> CreateAsync(PostgreSqlServer server)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using (var connection = new NpgsqlConnection(server.ConnectionString))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"create schema {name}", connection);
            await command.ExecuteNonQueryAsync();
        }

        return new PostgreSqlTestDatabase($"{server.ConnectionString};Search Path={name}");
    }

    public override async Task<DbConnection> ConnectAsync() => await _dataSource.OpenConnectionAsync();

    public override async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _dataSource.DisposeAsync();
    }
}
