using System.Text;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.CrashChild;

/// <summary>
/// The application: brings accounts from version to version, each with its event, and gives up every sixth transaction. Where it left off
/// stands in the database.
/// </summary>
internal sealed class Accounts(ChildOptions options, IOutboxStore store, OutboxSignal signal)
{
    /// <summary>Three in the lower half of the partitions, two in the upper: two relays have something to do each.</summary>
    private static readonly string[] s_names =
    [
        .. Named().Where(name => Partition(name) < OutboxPartition.Count / 2).Take(3),
        .. Named().Where(name => Partition(name) >= OutboxPartition.Count / 2).Take(2),
    ];

    /// <summary>The account whose events nobody takes.</summary>
    public static string Poison => s_names[0];

    public void Prepare()
    {
        using var connection = Connect(options);
        using var command = connection.CreateCommand();
        command.CommandText =
            "create table if not exists account(id text primary key, version integer not null); "
            + "create table if not exists effect(message_id text not null, place text not null); ";
        command.ExecuteNonQuery();
        foreach (var account in s_names)
        {
            command.CommandText = $"insert into account values ('{account}', 0) on conflict do nothing";
            command.ExecuteNonQuery();
        }
    }

    public async Task RunAsync()
    {
        using var connection = Connect(options);
        for (var round = 0; ; round++)
        {
            var isAnyLeft = false;
            for (var account = 0; account < s_names.Length; account++)
            {
                isAnyLeft |= await StepAsync(connection, s_names[account], giveUp: (round + account) % 6 == 5);
            }

            if (!isAnyLeft)
            {
                return;
            }
        }
    }

    public static SqliteConnection Connect(ChildOptions options)
    {
        var connection = new SqliteConnection($"Data Source={options.Database};Default Timeout=60");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma busy_timeout = 60000";
        command.ExecuteNonQuery();
        return connection;
    }

    private static IEnumerable<string> Named() => Enumerable.Range(0, 100).Select(number => $"account-{number}");

    private static int Partition(string name) => OutboxPartition.Of(name, Guid.Empty);

    private async Task<bool> StepAsync(SqliteConnection connection, string account, bool giveUp)
    {
        if (options.Without == "atomicity")
        {
            await using var early = connection.BeginTransaction(deferred: false);
            await AppendAsync(early, account, await VersionAsync(early, account) + 1, giveUp);
            await early.CommitAsync();
        }

        await using var transaction = connection.BeginTransaction(deferred: false);
        var version = await VersionAsync(transaction, account) + 1;
        if (version > options.Versions)
        {
            return false;
        }

        await ExecuteAsync(transaction, $"update account set version = {version} where id = '{account}'");
        OutboxProbe.Reached(OutboxStep.BeforeInsert);
        if (options.Without != "atomicity")
        {
            await AppendAsync(transaction, account, version, giveUp);
        }

        OutboxProbe.Reached(OutboxStep.BeforeCommit);
        if (giveUp)
        {
            await transaction.RollbackAsync();
            return true;
        }

        await transaction.CommitAsync();
        OutboxProbe.Reached(OutboxStep.AfterCommit);
        signal.Set();
        OutboxProbe.Reached(OutboxStep.AfterSignal);
        return true;
    }

    private async Task AppendAsync(SqliteTransaction transaction, string account, long version, bool giveUp)
    {
        var message = new OutboxMessage(
            Guid.NewGuid(), "account.changed", 1, account, new StreamRef(account, version).SequenceOf(0), DateTimeOffset.UnixEpoch,
            Encoding.UTF8.GetBytes(giveUp ? $"{account}/given up" : $"{account}/{version}"), "text/plain", null, null, null, null, null);
        try
        {
            await store.AppendAsync(transaction, new[] { message });
        }
        catch (DuplicateMessageException) when (options.Without == "atomicity")
        {
            // What it gave up before took the place: the fault that this switch is to show.
        }
    }

    private static async Task<long> VersionAsync(SqliteTransaction transaction, string account)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"select version from account where id = '{account}'";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public static async Task ExecuteAsync(SqliteTransaction transaction, string text)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
