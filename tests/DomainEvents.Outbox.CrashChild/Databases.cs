using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DomainEvents.Persistence.CrashChild;

/// <summary>The application's own connections to the database that the child is told.</summary>
internal static class Databases
{
    public static DbConnection Connect(ChildOptions options)
    {
        if (options.PostgreSql is { } connectionString)
        {
            var server = new NpgsqlConnection(connectionString);
            server.Open();
            return server;
        }

        var file = new SqliteConnection($"{options.Sqlite};Default Timeout=60");
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = "pragma busy_timeout = 60000";
        command.ExecuteNonQuery();
        return file;
    }

    /// <summary>On SQLite one that waits for other writers at its beginning, which it could not do later.</summary>
    public static DbTransaction Begin(DbConnection connection) =>
        connection is SqliteConnection file ? file.BeginTransaction(deferred: false) : connection.BeginTransaction();

    public static async Task ExecuteAsync(DbTransaction transaction, string text)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
