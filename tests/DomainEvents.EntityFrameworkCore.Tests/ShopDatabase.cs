using System.Data.Common;
using DomainEvents.Persistence.Tests.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>The database of a shop, and how its provider is told of it.</summary>
internal abstract class ShopDatabase : IAsyncDisposable
{
    /// <summary>Reads a message's payload as text.</summary>
    public abstract string PayloadAsText { get; }

    public abstract DbConnection CreateConnection();

    public abstract void Configure(OutboxBuilder outbox);

    public abstract void Configure(DbContextOptionsBuilder options, Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy = null);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A file of its own.</summary>
internal sealed class SqliteShopDatabase : ShopDatabase
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"shop-{Guid.NewGuid():N}.db");

    public override string PayloadAsText => "cast(data as text)";

    private string ConnectionString => $"Data Source={_path};Pooling=False";

    public override DbConnection CreateConnection() => new SqliteConnection(ConnectionString);

    public override void Configure(OutboxBuilder outbox) => outbox.UseSqlite(ConnectionString);

    public override void Configure(DbContextOptionsBuilder options, Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy = null) =>
        options.UseSqlite(ConnectionString, sqlite =>
        {
            if (strategy is not null)
            {
                sqlite.ExecutionStrategy(strategy);
            }
        });

    public override ValueTask DisposeAsync()
    {
        foreach (var file in (string[])[_path, _path + "-wal", _path + "-shm"])
        {
            File.Delete(file);
        }

        return default;
    }
}

/// <summary>A schema of its own on the server of the run.</summary>
internal sealed class PostgreSqlShopDatabase : ShopDatabase
{
    private readonly string _connectionString;

    private PostgreSqlShopDatabase(string connectionString) => _connectionString = connectionString;

    public override string PayloadAsText => "convert_from(data, 'UTF8')";

    public static async Task<ShopDatabase> CreateAsync(PostgreSqlServer server)
    {
        var name = $"shop_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"create schema {name}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new PostgreSqlShopDatabase($"{server.ConnectionString};Search Path={name};Maximum Pool Size=10");
    }

    public override DbConnection CreateConnection() => new NpgsqlConnection(_connectionString);

    public override void Configure(OutboxBuilder outbox) => outbox.UsePostgreSql(_connectionString);

    public override void Configure(DbContextOptionsBuilder options, Func<ExecutionStrategyDependencies, IExecutionStrategy>? strategy = null) =>
        options.UseNpgsql(_connectionString, npgsql =>
        {
            if (strategy is not null)
            {
                npgsql.ExecutionStrategy(strategy);
            }
        });

    public override ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(_connectionString));
        return default;
    }
}
