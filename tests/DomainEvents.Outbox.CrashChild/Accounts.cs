using System.Data.Common;

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

    private readonly OutboxMessageFactory _messages = new();

    /// <summary>The account whose events nobody takes.</summary>
    private static string Poison => s_names[0];

    public static void Prepare(ChildOptions options)
    {
        using var connection = Databases.Connect(options);
        using var command = connection.CreateCommand();
        foreach (var account in s_names)
        {
            command.CommandText = $"insert into account values ('{account}', 0) on conflict do nothing";
            command.ExecuteNonQuery();
        }
    }

    public async Task RunAsync()
    {
        await using var connection = Databases.Connect(options);
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

    private static IEnumerable<string> Named() => Enumerable.Range(0, 100).Select(number => $"account-{number}");

    private static int Partition(string name) => OutboxPartition.Of(name, Guid.Empty);

    private async Task<bool> StepAsync(DbConnection connection, string account, bool giveUp)
    {
        if (options.Without == "atomicity")
        {
            await using var early = Databases.Begin(connection);
            await AppendAsync(early, account, await VersionAsync(early, account) + 1, giveUp);
            await early.CommitAsync();
        }

        await using var transaction = Databases.Begin(connection);
        var version = await VersionAsync(transaction, account) + 1;
        if (version > options.Versions)
        {
            return false;
        }

        await Databases.ExecuteAsync(transaction, $"update account set version = {version} where id = '{account}'");
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

    private async Task AppendAsync(DbTransaction transaction, string account, long version, bool giveUp)
    {
        var place = giveUp ? $"{account}/given up" : $"{account}/{version}";
        IDomainEvent domainEvent = account == Poison ? new AccountPoisoned(place) : new AccountChanged(place);
        var message = _messages.Create(domainEvent, new StreamRef(account, version));
        try
        {
            await store.AppendAsync(transaction, new[] { message });
        }
        catch (DuplicateMessageException) when (options.Without == "atomicity")
        {
            // What it gave up before took the place: the fault that this switch is to show.
        }
    }

    private static async Task<long> VersionAsync(DbTransaction transaction, string account)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"select version from account where id = '{account}'";
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
