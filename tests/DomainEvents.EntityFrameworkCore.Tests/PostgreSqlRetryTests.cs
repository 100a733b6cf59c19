using System.Data.Common;
using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>The provider's own retrying strategy, when the server really ends a connection.</summary>
public sealed class PostgreSqlRetryTests(PostgreSqlFixture server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Save_whose_connection_the_server_ends_is_retried_and_publishes_once()
    {
        var killer = new Killer();
        await using var shop = await OpenAsync(killer);
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Place("a");
        order.Ship("b");
        killer.KillAt = "INSERT INTO orders";

        await shop.Context.SaveChangesAsync(Token);

        Assert.Null(killer.KillAt);
        Assert.Equal(["\"b\""], shop.Outbox());
        Assert.Equal(["b"], shop.States());
        Assert.Equal(["in a", "after a"], shop.Journal.Lines);
        Assert.Empty(order.DomainEvents);
    }

    [Fact]
    public async Task Save_whose_connection_the_server_ends_when_its_messages_are_written_is_retried_and_publishes_once()
    {
        var killer = new Killer();
        await using var shop = await OpenAsync(killer);
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Ship("a");
        killer.KillsAtCommit = true;

        await shop.Context.SaveChangesAsync(Token);

        Assert.False(killer.KillsAtCommit);
        Assert.Equal(["\"a\""], shop.Outbox());
        Assert.Equal(["a"], shop.States());
        Assert.Empty(order.DomainEvents);
    }

    [Fact]
    public async Task Save_whose_commit_nobody_knows_of_is_refused_when_retried_and_has_published_once()
    {
        var killer = new Killer();
        await using var shop = await OpenAsync(killer);
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Ship("a");
        killer.LosesAnswer = true;

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => shop.Context.SaveChangesAsync(Token));

        Assert.False(killer.LosesAnswer);
        Assert.Equal(["\"a\""], shop.Outbox());
        Assert.Equal(["a"], shop.States());
        Assert.Single(order.DomainEvents);
        Assert.Equal(AutoTransactionBehavior.WhenNeeded, shop.Context.Database.AutoTransactionBehavior);
    }

    [Fact]
    public async Task Save_that_is_cancelled_while_its_messages_are_written_saves_nothing_and_keeps_its_events()
    {
        await using var shop = await OpenAsync(new Killer());
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Ship("a");
        using var cancelling = CancellationTokenSource.CreateLinkedTokenSource(Token);
        await using (var other = shop.Database.CreateConnection())
        {
            await other.OpenAsync(Token);
            await using var held = await other.BeginTransactionAsync(Token);
            await using var hold = other.CreateCommand();
            hold.CommandText = "lock table outbox in exclusive mode";
            await hold.ExecuteNonQueryAsync(Token);

            var saving = shop.Context.SaveChangesAsync(cancelling.Token);
            hold.CommandText = "select count(*) from pg_locks where not granted and relation = 'outbox'::regclass";
            while ((long)(await hold.ExecuteScalarAsync(Token))! == 0)
            {
                Assert.False(saving.IsCompleted);
            }

            await cancelling.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saving);
        }

        Assert.Empty(shop.States());
        Assert.Single(order.DomainEvents);
        Assert.Equal(AutoTransactionBehavior.WhenNeeded, shop.Context.Database.AutoTransactionBehavior);
        await shop.Context.SaveChangesAsync(Token);
        Assert.Equal(["\"a\""], shop.Outbox());
    }

    [Fact]
    public async Task Save_in_a_transaction_that_its_connection_was_enlisted_in_is_refused()
    {
        await using var shop = await OpenAsync(new Killer());
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Ship("a");
        using var foreign = new CommittableTransaction();
        await shop.Context.Database.OpenConnectionAsync(Token);
        shop.Context.Database.EnlistTransaction(foreign);

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => shop.Context.SaveChangesAsync(Token));

        Assert.Contains("TransactionScope", exception.Message, StringComparison.Ordinal);
        foreign.Rollback();
        Assert.Single(order.DomainEvents);
    }

    [Fact]
    public async Task Transaction_whose_connection_the_server_ends_before_the_commit_is_retried_and_publishes_once()
    {
        await using var shop = await OpenAsync(new Killer());
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Place("a");
        order.Ship("b");
        var attempts = 0;

        await shop.Context.Database.CreateExecutionStrategy().ExecuteAsync(
            async token =>
            {
                await using var transaction = await shop.Context.Database.BeginTransactionAsync(token);
                await shop.Context.SaveChangesAsync(acceptAllChangesOnSuccess: false, token);
                if (attempts++ == 0)
                {
                    await Killer.KillAsync(shop.Context.Database.GetDbConnection());
                }

                await transaction.CommitAsync(token);
            },
            Token);
        shop.Context.ChangeTracker.AcceptAllChanges();

        Assert.Equal(2, attempts);
        Assert.Equal(["\"b\""], shop.Outbox());
        Assert.Equal(["b"], shop.States());
        Assert.Equal(["in a", "in a", "after a"], shop.Journal.Lines);
    }

    private async Task<Shop> OpenAsync(Killer killer) => await Shop.OpenAsync(
        await server.CreateDatabaseAsync(),
        isPooled: false,
        (database, options) =>
        {
            database.Configure(options, static dependencies => new NpgsqlRetryingExecutionStrategy(dependencies, maxRetryCount: 3));
            options.AddInterceptors(killer);
        });

    /// <summary>Has the server end a connection just before it executes a command, or after the messages were written and before the commit.</summary>
    private sealed class Killer : DbCommandInterceptor, IDbTransactionInterceptor
    {
        /// <summary>Whether the next commit finds its connection gone; the first one alone.</summary>
        public bool KillsAtCommit { get; set; }

        /// <summary>Whether the next commit is done and its answer lost; the first one alone.</summary>
        public bool LosesAnswer { get; set; }

        /// <summary>How the text goes on that the command holds; the first one alone.</summary>
        public string? KillAt { get; set; }

        public static async Task KillAsync(DbConnection victim)
        {
            await using var connection = new NpgsqlConnection(victim.ConnectionString);
            await connection.OpenAsync(Token);
            await using var command = new NpgsqlCommand("select pg_terminate_backend(@process)", connection);
            command.Parameters.AddWithValue("process", ((NpgsqlConnection)victim).ProcessID);
            Assert.Equal(true, await command.ExecuteScalarAsync(Token));
        }

        public async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (KillsAtCommit)
            {
                KillsAtCommit = false;
                await KillAsync(transaction.Connection!);
            }

            return result;
        }

        public Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            if (!LosesAnswer)
            {
                return Task.CompletedTask;
            }

            LosesAnswer = false;
            throw new NpgsqlException("The connection was lost.", new IOException());
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (KillAt is not null && command.CommandText.Contains(KillAt, StringComparison.Ordinal))
            {
                KillAt = null;
                await KillAsync(command.Connection!);
            }

            return result;
        }
    }
}
