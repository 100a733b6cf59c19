using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly OutboxRetention s_retention = new(TimeSpan.FromDays(1), TimeSpan.FromDays(1), BatchSize: 2);

    [Fact]
    public async Task Inbox_lets_each_consumer_handle_a_message_once()
    {
        var id = Guid.NewGuid();

        Assert.True(await BeginAsync("mail", id, commit: true));
        Assert.False(await BeginAsync("mail", id, commit: true));
        Assert.True(await BeginAsync("stock", id, commit: true));
    }

    [Fact]
    public async Task Inbox_forgets_a_message_whose_handling_was_rolled_back()
    {
        var id = Guid.NewGuid();

        Assert.True(await BeginAsync("mail", id, commit: false));
        Assert.True(await BeginAsync("mail", id, commit: true));
    }

    [Fact]
    public async Task Inbox_leaves_the_transaction_of_a_duplicate_usable()
    {
        var id = Guid.NewGuid();
        await BeginAsync("mail", id, commit: true);

        await using var connection = await _database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync(Token);
        Assert.False(await _database.Inbox.TryBeginAsync(transaction, "mail", id, Token));
        await Store.AppendAsync(transaction, new[] { TestMessages.Alone("1") }, Token);
        await transaction.CommitAsync(Token);

        Assert.Equal(1, await _database.CountAsync("outbox"));
    }

    [Fact]
    public async Task Clean_up_removes_old_inbox_rows_a_limited_number_at_a_time()
    {
        for (var row = 0; row < 3; row++)
        {
            await BeginAsync("mail", Guid.NewGuid(), commit: true);
        }

        await _database.ExecuteAsync("update inbox set processed_at = 1");
        await BeginAsync("mail", Guid.NewGuid(), commit: true);

        Assert.Equal(2, await Store.CleanUpAsync(s_retention, Token));
        Assert.Equal(1, await Store.CleanUpAsync(s_retention, Token));
        Assert.Equal(1, await _database.CountAsync("inbox"));
    }

    [Fact]
    public async Task Clean_up_keeps_dead_letters_that_are_young_or_halt_a_stream()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0));
        await BuryFirstAsync(haltStream: true);
        await BuryAllAsync(TestMessages.Alone("old"));
        await _database.ExecuteAsync("update outbox_dead set died_at = 1");
        await BuryAllAsync(TestMessages.Alone("young"));

        Assert.Equal(1, await Store.CleanUpAsync(s_retention, Token));

        Assert.Equal(["s/0", "young"], (await QueryAsync(DeadLetterFilter.All)).Select(letter => TestMessages.TextOf(letter.Message)));
    }

    [Fact]
    public async Task Clean_up_keeps_dead_letters_for_ever_when_it_is_told_so()
    {
        await BuryAllAsync(TestMessages.Alone("old"));
        await _database.ExecuteAsync("update outbox_dead set died_at = 1");

        Assert.Equal(0, await Store.CleanUpAsync(s_retention with { DeadLetters = null }, Token));
    }

    [Fact]
    public async Task Statistics_count_what_lies_in_the_outbox()
    {
        await BuryAllAsync(TestMessages.Alone("dead"));
        await _database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"));
        await _database.ExecuteAsync("update outbox set added_at = added_at - 60000");

        var statistics = await Store.ReadStatisticsAsync(Token);

        Assert.Equal((2, 1, 0, 0, 1), (statistics.Pending, statistics.DeadLetters, statistics.BlockedStreams, statistics.UnownedPartitions, statistics.Relays));
        Assert.InRange(statistics.OldestAge, TimeSpan.FromSeconds(60), TimeSpan.FromHours(1));
    }

    private async Task<bool> BeginAsync(string consumer, Guid id, bool commit)
    {
        await using var connection = await _database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync(Token);
        var isFirst = await _database.Inbox.TryBeginAsync(transaction, consumer, id, Token);
        if (commit)
        {
            await transaction.CommitAsync(Token);
        }

        return isFirst;
    }
}
