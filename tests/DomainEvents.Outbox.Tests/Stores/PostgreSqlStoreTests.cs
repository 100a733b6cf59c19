using DomainEvents.Persistence.PostgreSql;
using DomainEvents.Persistence.Tests.Servers;
using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public sealed class PostgreSqlStoreTests(ServerFixture servers) : StoreContract
{
    protected override async Task<TestDatabase> CreateAsync() => await PostgreSqlTestDatabase.CreateAsync(await servers.PostgreSqlAsync());

    [Fact]
    public async Task Message_of_an_earlier_transaction_that_commits_later_is_not_passed_over()
    {
        await using var database = (PostgreSqlTestDatabase)await CreateAsync();
        await database.Schema.EnsureCreatedAsync(Token);
        await using var connection = await database.ConnectAsync();
        await using var early = await connection.BeginTransactionAsync(Token);
        await database.Store.AppendAsync(early, new[] { TestMessages.Alone("early") }, Token);
        await database.AppendAsync(TestMessages.Alone("late"));
        var leases = await database.Store.AcquireAsync("a", OutboxPartition.Count, TimeSpan.FromMinutes(1), Token);
        var batch = new OutboxBatch();
        await database.Store.ReadAsync(leases, batch, 10, TimeSpan.FromMinutes(1), Token);
        Assert.Equal("late", TestMessages.TextOf(Assert.Single(batch.Entries).Message));
        batch.Entries[0].Confirm();
        await database.Store.CompleteAsync(leases, batch, Token);

        await early.CommitAsync(Token);
        await database.Store.ReadAsync(leases, batch, 10, TimeSpan.FromMinutes(1), Token);

        Assert.Equal("early", TestMessages.TextOf(Assert.Single(batch.Entries).Message));
    }

    [Fact]
    public async Task Inbox_waits_for_who_is_handling_the_same_message_just_now()
    {
        await using var database = (PostgreSqlTestDatabase)await CreateAsync();
        await database.Schema.EnsureCreatedAsync(Token);
        var id = Guid.NewGuid();
        await using var firstConnection = await database.ConnectAsync();
        await using var first = await firstConnection.BeginTransactionAsync(Token);
        await using var secondConnection = await database.ConnectAsync();
        await using var second = await secondConnection.BeginTransactionAsync(Token);
        Assert.True(await database.Inbox.TryBeginAsync(first, "mail", id, Token));

        var waiting = database.Inbox.TryBeginAsync(second, "mail", id, Token);
        await first.CommitAsync(Token);

        Assert.False(await waiting);
    }

    [Fact]
    public async Task Commit_in_one_process_wakes_the_relay_of_another()
    {
        await using var database = (PostgreSqlTestDatabase)await CreateAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var (here, there) = (new OutboxSignal(), new OutboxSignal());
        var sources = new[] { here, there }
            .Select(signal => new PostgreSqlWakeSource((PostgreSqlDatabase)database.Database, signal, TimeProvider.System).RunAsync(ending.Token)).ToList();

        // Both listen when both were woken by that; what the commit wakes comes after.
        await there.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);
        await here.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);
        var woken = there.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);
        while (!woken.IsCompleted)
        {
            here.Set();
            await Task.Yield();
        }

        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(sources));
    }
}
