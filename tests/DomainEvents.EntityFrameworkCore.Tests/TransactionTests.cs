using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>Saves in transactions of the caller's.</summary>
public abstract class TransactionTests : ShopTest
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_of_several_saves_are_published_when_their_transaction_commits(bool isAsync)
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        await using var transaction = await shop.Context.Database.BeginTransactionAsync(Token);
        shop.Context.Add(order);
        order.Place("a");
        order.Ship("b");
        await Save(shop.Context, isAsync);
        order.Place("c");
        await Save(shop.Context, isAsync);
        Assert.Equal(["in a", "in c"], shop.Journal.Lines);
        Assert.Equal(3, order.DomainEvents.Count);

        await Commit(transaction, isAsync);

        Assert.Equal(["in a", "in c", "after a", "after c"], shop.Journal.Lines);
        Assert.Equal(["\"b\""], shop.Outbox());
        Assert.Empty(order.DomainEvents);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Transaction_that_is_not_committed_publishes_nothing_and_another_attempt_publishes_once(bool isDisposedOnly, bool isAsync)
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        shop.Context.Add(order);
        order.Place("a");
        order.Ship("b");
        using (var transaction = shop.Context.Database.BeginTransaction())
        {
            shop.Context.SaveChanges(acceptAllChangesOnSuccess: false);
            if (isAsync)
            {
                await transaction.RollbackAsync(Token);
            }
            else if (!isDisposedOnly)
            {
                transaction.Rollback();
            }
        }

        Assert.Equal(["in a"], shop.Journal.Lines);
        Assert.Equal(2, order.DomainEvents.Count);
        Assert.Empty(shop.Outbox());

        await Save(shop.Context, isAsync);

        Assert.Equal(["in a", "in a", "after a"], shop.Journal.Lines);
        Assert.Equal(["\"b\""], shop.Outbox());
        Assert.Equal(["b"], shop.States());
    }

    [Fact]
    public async Task Rolling_back_to_a_savepoint_takes_the_events_saved_since_out()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        await using (var transaction = await shop.Context.Database.BeginTransactionAsync(Token))
        {
            shop.Context.Add(order);
            order.Place("a");
            await shop.Context.SaveChangesAsync(Token);
            await transaction.CreateSavepointAsync("point", Token);
            order.Place("b");
            order.Ship("c");
            await shop.Context.SaveChangesAsync(Token);
            await transaction.RollbackToSavepointAsync("point", Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Equal(["in a", "in b", "after a"], shop.Journal.Lines);
        Assert.Empty(shop.Outbox());
        Assert.Equal(["a"], shop.States());
        Assert.Empty(order.DomainEvents);
    }

    [Fact]
    public async Task Rolling_back_to_one_of_several_savepoints_is_refused_at_the_commit()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        await using (var transaction = await shop.Context.Database.BeginTransactionAsync(Token))
        {
            shop.Context.Add(order);
            await transaction.CreateSavepointAsync("outer", Token);
            order.Place("a");
            await shop.Context.SaveChangesAsync(Token);
            await transaction.CreateSavepointAsync("inner", Token);
            order.Place("b");
            await shop.Context.SaveChangesAsync(Token);
            await transaction.RollbackToSavepointAsync("inner", Token);

            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => transaction.CommitAsync(Token));
            Assert.Contains("Release a savepoint", exception.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["in a", "in b"], shop.Journal.Lines);
        Assert.Empty(shop.States());
    }

    [Fact]
    public async Task Save_that_fails_in_a_transaction_is_undone_alone_and_can_be_repeated()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        await using (var transaction = await shop.Context.Database.BeginTransactionAsync(Token))
        {
            shop.Context.Add(order);
            order.Ship("a");
            await shop.Context.SaveChangesAsync(Token);
            order.Ship("bad");
            await Assert.ThrowsAsync<DbUpdateException>(() => shop.Context.SaveChangesAsync(Token));
            order.Place("c");
            await shop.Context.SaveChangesAsync(Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Equal(["\"a\"", "\"bad\""], shop.Outbox());
        Assert.Equal(["in c", "after c"], shop.Journal.Lines);
    }

    [Fact]
    public async Task Transaction_of_the_callers_that_commits_past_the_context_writes_durable_events_once()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        await using var connection = shop.Database.CreateConnection();
        await connection.OpenAsync(Token);
        shop.Context.Database.SetDbConnection(connection);
        await using (var transaction = connection.BeginTransaction())
        {
            await shop.Context.Database.UseTransactionAsync(transaction, Token);
            shop.Context.Add(order);
            order.Ship("a");
            await shop.Context.SaveChangesAsync(Token);
            await transaction.CommitAsync(Token);
            await shop.Context.Database.UseTransactionAsync(null, Token);
        }

        order.Ship("b");
        await shop.Context.SaveChangesAsync(Token);

        Assert.Equal(["\"a\"", "\"b\""], shop.Outbox());
    }

    [Fact]
    public async Task Handler_saves_inside_a_save_of_a_transaction()
    {
        await using var shop = await OpenAsync();
        var order = new Order { Id = "1" };
        shop.Journal.OnHandle = (phase, text, context) =>
        {
            if (phase == "in" && text == "a")
            {
                var second = new Order { Id = "2" };
                second.Ship("b");
                context.Add(second);
                context.SaveChanges();
            }
        };
        await using (var transaction = await shop.Context.Database.BeginTransactionAsync(Token))
        {
            shop.Context.Add(order);
            order.Place("a");
            order.Ship("c");
            await shop.Context.SaveChangesAsync(Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Equal(["\"b\"", "\"c\""], shop.Outbox().Order());
        Assert.Equal(["in a", "after a"], shop.Journal.Lines);
    }

    [Fact]
    public async Task Retrying_execution_strategy_publishes_once()
    {
        await using var shop = await OpenAsync(configure: static (database, options) =>
            database.Configure(options, static dependencies => new RetryOnce(dependencies)));
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
                    throw new TimeoutException("The connection was lost.");
                }

                await transaction.CommitAsync(token);
            },
            Token);
        shop.Context.ChangeTracker.AcceptAllChanges();

        Assert.Equal(2, attempts);
        Assert.Equal(["\"b\""], shop.Outbox());
        Assert.Equal(["in a", "in a", "after a"], shop.Journal.Lines);
    }

    private static Task Commit(IDbContextTransaction transaction, bool isAsync)
    {
        if (isAsync)
        {
            return transaction.CommitAsync(Token);
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    private sealed class RetryOnce(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, 1, TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is TimeoutException;

        protected override TimeSpan? GetNextDelay(Exception lastException) => ExceptionsEncountered.Count < 2 ? TimeSpan.Zero : null;
    }
}
