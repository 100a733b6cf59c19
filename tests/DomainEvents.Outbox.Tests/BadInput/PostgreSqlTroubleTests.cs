using DomainEvents.Persistence.PostgreSql;
using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Tests.Servers;
using DomainEvents.Persistence.Tests.Support;
using DomainEvents.Tests.Time;
using Npgsql;

namespace DomainEvents.Persistence.Tests.BadInput;

/// <summary>Tables and rows that another session holds for longer than anybody waits.</summary>
public sealed class PostgreSqlTroubleTests(ServerFixture servers) : IAsyncLifetime
{
    private PostgreSqlTestDatabase? _database;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PostgreSqlTestDatabase Database => _database!;

    /// <summary>The same database for those who do not wait long.</summary>
    private string Impatient => Database.ConnectionString + ";Options=-c lock_timeout=50ms";

    public async ValueTask InitializeAsync()
    {
        _database = await PostgreSqlTestDatabase.CreateAsync(await servers.PostgreSqlAsync());
        await Database.Schema.EnsureCreatedAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Table_that_another_session_holds_refuses_a_message_with_its_transaction_and_keeps_the_others()
    {
        await Database.AppendAsync(TestMessages.Alone("before"));
        await using var connection = new NpgsqlConnection(Impatient);
        await connection.OpenAsync(Token);
        await using (await HoldAsync("lock table outbox in access exclusive mode"))
        {
            await using var transaction = await connection.BeginTransactionAsync(Token);

            var exception = await Assert.ThrowsAsync<PostgresException>(
                () => Database.Store.AppendAsync(transaction, new[] { TestMessages.Alone("refused") }, Token).AsTask());

            Assert.Equal(PostgresErrorCodes.LockNotAvailable, exception.SqlState);
        }

        await using (var transaction = await connection.BeginTransactionAsync(Token))
        {
            await Database.Store.AppendAsync(transaction, new[] { TestMessages.Alone("after") }, Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Equal(2, await Database.CountAsync("outbox"));
    }

    [Theory]
    [InlineData("lock table outbox in access exclusive mode", 0)]
    [InlineData("select * from outbox_partition for update", 0)]
    [InlineData("select * from outbox for update", 1)]
    public async Task Relay_whose_tables_or_rows_another_session_holds_says_so_and_goes_on_afterwards(string hold, int sentMeanwhile)
    {
        await Database.AppendAsync(TestMessages.Alone("1"));
        await using var impatient = PostgreSqlDatabase.Create(Impatient);
        var (time, status, log, transport) = (new ManualTime(), new RelayStatus(), new ListLogger(), new ScriptedTransport());
        var options = new OutboxOptions { RelayName = "test", LeaseDuration = TimeSpan.FromHours(1) };
        var relay = new OutboxRelay(new SqlOutboxStore(impatient), transport, options, status, time, log);
        Assert.Equal(OutboxPartition.Count, (await Database.Store.AcquireAsync("test", OutboxPartition.Count, options.LeaseDuration, Token)).Count);
        await using (await HoldAsync(hold))
        {
            await relay.StepAsync(TimeSpan.FromSeconds(1), Token, Token);

            Assert.Contains(PostgresErrorCodes.LockNotAvailable, status.StoreError!, StringComparison.Ordinal);
            Assert.Equal(sentMeanwhile, transport.Sent.Count);
        }

        Assert.Equal(1, await Database.CountAsync("outbox where attempts = 0"));
        time.Advance(options.MaxCircuitDelay * 2);
        await relay.StepAsync(TimeSpan.FromSeconds(1), Token, Token);

        Assert.Null(status.StoreError);
        Assert.Equal(sentMeanwhile + 1, transport.Sent.Count);
        Assert.Equal(0, await Database.CountAsync("outbox"));
    }

    /// <summary>Another session, whose transaction is open until it is disposed of.</summary>
    private async Task<NpgsqlConnection> HoldAsync(string text)
    {
        var connection = new NpgsqlConnection(Database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand("begin; " + text, connection);
        await command.ExecuteNonQueryAsync(Token);
        return connection;
    }
}
