using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Dead_letter_that_is_replayed_is_sent_before_what_follows_it_in_its_stream()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1));
        var leases = await BuryFirstAsync(haltStream: true);

        Assert.Equal(1, await _database.DeadLetters.ReplayAsync(new DeadLetterFilter { StreamId = "s" }, Token));

        var batch = await ReadAsync(leases);
        Assert.Equal(["s/0", "s/1"], batch.Entries.Select(entry => TestMessages.TextOf(entry.Message)));
        Assert.Equal(0, batch.Entries[0].Attempts);
        Assert.Equal(0, await _database.CountAsync("outbox_dead"));
    }

    [Fact]
    public async Task Dead_letter_that_dies_again_tells_how_often_it_was_replayed()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0));
        await BuryFirstAsync(haltStream: false);
        await _database.DeadLetters.ReplayAsync(DeadLetterFilter.All, Token);
        await BuryFirstAsync(haltStream: false);

        Assert.Equal(1, Assert.Single(await QueryAsync(DeadLetterFilter.All)).Replays);
    }

    [Fact]
    public async Task Dead_letter_that_is_purged_lets_its_stream_go_on_without_it()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1));
        var leases = await BuryFirstAsync(haltStream: true);

        Assert.Equal(1, await _database.DeadLetters.PurgeAsync(DeadLetterFilter.All, Token));

        Assert.Equal(["s/1"], await ReadTextsAsync(leases));
        Assert.Equal(0, await _database.CountAsync("outbox_dead"));
    }

    [Fact]
    public async Task Replay_wakes_the_relay()
    {
        await _database.AppendAsync(TestMessages.Alone("1"));
        await BuryFirstAsync(haltStream: false);

        await _database.DeadLetters.ReplayAsync(DeadLetterFilter.All, Token);

        await _database.Signal.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, Token);
    }

    [Fact]
    public async Task Dead_letters_are_selected_by_everything_that_the_filter_says()
    {
        var wanted = TestMessages.InStream("s", 0, "order.cancelled");
        await BuryAllAsync(TestMessages.InStream("s", 1), wanted, TestMessages.InStream("t", 0, "order.cancelled"));

        Assert.Equal(wanted.Id, Assert.Single(await QueryAsync(new DeadLetterFilter { Id = wanted.Id })).Message.Id);
        Assert.Equal(2, (await QueryAsync(new DeadLetterFilter { Type = "order.cancelled" })).Count);
        Assert.Equal(wanted.Id, Assert.Single(await QueryAsync(new DeadLetterFilter { Type = "order.cancelled", StreamId = "s" })).Message.Id);
        Assert.Equal(2, (await QueryAsync(new DeadLetterFilter { Limit = 2 })).Count);
        Assert.Empty(await QueryAsync(new DeadLetterFilter { DiedBefore = DateTimeOffset.UtcNow.AddHours(-1) }));
        Assert.Equal(3, (await QueryAsync(new DeadLetterFilter { DiedFrom = DateTimeOffset.UtcNow.AddHours(-1) })).Count);
        Assert.Equal(2, await _database.DeadLetters.PurgeAsync(new DeadLetterFilter { Type = "order.cancelled" }, Token));
        Assert.Single(await QueryAsync(DeadLetterFilter.All));
    }

    [Fact]
    public async Task Dead_letters_beyond_one_page_are_all_read_once()
    {
        await BuryAllAsync([.. Enumerable.Range(0, 250).Select(number => TestMessages.Alone($"{number}"))]);

        var letters = await QueryAsync(DeadLetterFilter.All);

        Assert.Equal(Enumerable.Range(0, 250).Select(number => $"{number}"), letters.Select(letter => TestMessages.TextOf(letter.Message)));
    }

    private async Task<List<DeadLetter>> QueryAsync(DeadLetterFilter filter) =>
        await _database.DeadLetters.QueryAsync(filter, Token).ToListAsync(Token);

    private async Task BuryAllAsync(params OutboxMessage[] messages)
    {
        await _database.AppendAsync(messages);
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases);
        foreach (var entry in batch.Entries)
        {
            entry.Bury("poison", haltStream: false);
        }

        await Store.CompleteAsync(leases, batch, Token);
    }
}
