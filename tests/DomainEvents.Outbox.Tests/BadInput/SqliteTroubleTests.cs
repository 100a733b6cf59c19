using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Sqlite;
using DomainEvents.Persistence.Tests.Relay;
using DomainEvents.Persistence.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Tests.BadInput;

/// <summary>A file that can take no more, or that somebody else holds.</summary>
public sealed class SqliteTroubleTests : RelayTest
{
    [Fact]
    public async Task Full_disk_refuses_a_message_with_its_transaction_and_keeps_the_others()
    {
        await Database.AppendAsync(TestMessages.Alone("before"));
        await using var connection = (SqliteConnection)await Database.ConnectAsync();
        await LimitAsync(connection, isFull: true);

        var exception = await Assert.ThrowsAsync<SqliteException>(() => AppendMuchAsync(connection));

        Assert.Contains("database or disk is full", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, await PendingAsync());
        await LimitAsync(connection, isFull: false);
        await AppendMuchAsync(connection);
        await StepAsync();
        Assert.Equal(101, Transport.Sent.Count);
    }

    [Fact]
    public async Task Relay_on_a_full_disk_says_so_and_goes_on_when_there_is_room()
    {
        await Database.AppendAsync([.. Enumerable.Range(0, 20).Select(number => TestMessages.Alone($"{number}"))]);
        await StepIdlyAsync();
        await LimitStoreAsync(isFull: true);
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Retry(new string('x', 2000)));

        await StepAsync();

        Assert.Contains("database or disk is full", Status.StoreError!, StringComparison.Ordinal);
        Assert.Equal(20, await Database.CountAsync("outbox where attempts = 0"));
        await LimitStoreAsync(isFull: false);
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Confirmed);
        Time.Advance(Options.MaxCircuitDelay * 2);
        await StepAsync();
        Assert.Null(Status.StoreError);
        Assert.Equal(0, await PendingAsync());
        Assert.Equal(
            ["Error: The outbox cannot reach its store. It tries again until it can.", "Information: The outbox can reach its store again."],
            Log.Lines.Where(line => line.Contains("store", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task File_that_somebody_else_holds_for_long_delays_the_relay_and_loses_nothing()
    {
        await Database.AppendAsync(TestMessages.Alone("1"));
        await using var impatient = new SqliteDatabase(Database.ConnectionString, busyTimeout: 1);
        var relay = new OutboxRelay(new SqlOutboxStore(impatient), Transport, Options, Status, Time, Log);
        await using (var connection = await Database.ConnectAsync())
        await using (await connection.BeginTransactionAsync(Token))
        {
            await StepAsync(relay);
            Assert.Contains("database is locked", Status.StoreError!, StringComparison.Ordinal);
            Assert.Empty(Transport.Sent);
        }

        Time.Advance(Options.MaxCircuitDelay * 2);
        await StepAsync(relay);

        Assert.Equal(["1"], Transport.Sent);
        Assert.Null(Status.StoreError);
    }

    /// <summary>Takes the leases and sends nothing.</summary>
    private async Task StepIdlyAsync()
    {
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Unavailable("not yet"));
        await StepAsync();
        Time.Advance(Options.MaxCircuitDelay * 2);
        Log.Lines.Clear();
    }

    private async Task AppendMuchAsync(SqliteConnection connection)
    {
        await using var transaction = connection.BeginTransaction();
        await Database.Store.AppendAsync(transaction, Enumerable.Range(0, 100).Select(number => TestMessages.Alone(new string('x', 1000))).ToArray(), Token);
        await transaction.CommitAsync(Token);
    }

    /// <summary>The store has one connection in its pool, which keeps what is set on it.</summary>
    private async Task LimitStoreAsync(bool isFull)
    {
        await using var connection = await ((SqliteDatabase)Database.Database).ConnectAsync(Token);
        await LimitAsync(connection, isFull);
    }

    private static async Task LimitAsync(SqliteConnection connection, bool isFull)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "pragma max_page_count = " + (isFull ? "1" : "1000000");
        await command.ExecuteNonQueryAsync(Token);
    }
}
