using Microsoft.Data.Sqlite;

namespace Trading.Storage;

/// <summary>The file and its tables. The tables of the outbox are beside them, and made by the outbox.</summary>
public static class LedgerFile
{
    private const string Tables =
        """
        create table if not exists progress (id integer primary key check (id = 1), days integer not null, day text);
        insert into progress (id, days) values (1, 0) on conflict do nothing;
        create table if not exists position (
            strategy_id text primary key, units integer not null, cash text not null, is_stopped integer not null);
        create table if not exists trade (
            strategy_id text, number integer, opened_on text not null, closed_on text not null, units integer not null,
            entry_price text not null, exit_price text not null, profit text not null, primary key (strategy_id, number));
        create table if not exists confirmation (event_id text not null, strategy_id text not null, number integer not null);
        """;

    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(ConnectionString(file));
        try
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();

            // Readers and the writer do not wait for each other; a killed process loses nothing. Writers wait for milliseconds, where the
            // provider would by itself sleep for a seventh of a second.
            command.CommandText = "pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 30000;";
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void CreateTables(SqliteConnection connection)
    {
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Tables;
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
