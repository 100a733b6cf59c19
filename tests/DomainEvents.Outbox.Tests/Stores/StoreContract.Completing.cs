using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Confirmed_messages_go_and_the_others_stay()
    {
        await _database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"), TestMessages.Alone("3"));
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases);
        batch.Entries[0].Confirm();
        batch.Entries[2].Confirm();

        Assert.True(await Store.CompleteAsync(leases, batch, Token));

        Assert.Equal(["2"], await ReadTextsAsync(leases));
    }

    [Fact]
    public async Task Failed_message_holds_its_stream_back_until_it_is_due_and_no_other()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1), TestMessages.InStream("t", 0));
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases, max: 1);
        batch.Entries[0].RetryAfter(TimeSpan.FromHours(1), "busy");
        await Store.CompleteAsync(leases, batch, Token);

        Assert.Equal(["t/0"], await ReadTextsAsync(leases));

        await _database.MakeDueAsync();
        var again = await ReadAsync(leases);
        Assert.Equal(["s/0", "s/1", "t/0"], again.Entries.Select(entry => TestMessages.TextOf(entry.Message)).Order());
        Assert.Equal([1, 0, 0], again.Entries.OrderBy(entry => TestMessages.TextOf(entry.Message)).Select(entry => entry.Attempts));
    }

    [Fact]
    public async Task Failed_message_without_a_stream_holds_nothing_back()
    {
        await _database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"));
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases);
        batch.Entries[0].RetryAfter(TimeSpan.FromHours(1), "busy");
        await Store.CompleteAsync(leases, batch, Token);

        Assert.Equal(["2"], await ReadTextsAsync(leases));
    }

    [Fact]
    public async Task Batch_without_due_messages_tells_when_the_next_one_is()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0));
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases);
        batch.Entries[0].RetryAfter(TimeSpan.FromHours(1), "busy");
        await Store.CompleteAsync(leases, batch, Token);

        var empty = await ReadAsync(leases);

        Assert.Equal(0, empty.Count);
        Assert.InRange(empty.NextDue!.Value, TimeSpan.FromMinutes(50), TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Message_that_succeeds_after_a_failure_lets_its_stream_go_on()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0));
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases);
        batch.Entries[0].RetryAfter(TimeSpan.FromHours(1), "busy");
        await Store.CompleteAsync(leases, batch, Token);
        await _database.MakeDueAsync();
        batch = await ReadAsync(leases);
        batch.Entries[0].Confirm();
        await Store.CompleteAsync(leases, batch, Token);

        Assert.Equal(0, await _database.CountAsync("outbox_stream"));
    }

    [Fact]
    public async Task Dead_message_goes_to_the_dead_letters_with_its_reason_and_its_stream_goes_on()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1));
        var leases = await BuryFirstAsync(haltStream: false);

        var letter = Assert.Single(await _database.DeadLetters.QueryAsync(DeadLetterFilter.All, Token).ToListAsync(Token));

        Assert.Equal(("s/0", "poison", 1, 0), (TestMessages.TextOf(letter.Message), letter.Reason, letter.Attempts, letter.Replays));
        Assert.InRange(letter.DiedAt, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        Assert.Equal(["s/1"], await ReadTextsAsync(leases));
    }

    [Fact]
    public async Task Dead_message_that_halts_its_stream_holds_it_back_for_good()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 0), TestMessages.InStream("s", 1), TestMessages.InStream("t", 0));
        var leases = await BuryFirstAsync(haltStream: true);
        await _database.MakeDueAsync();

        Assert.Equal(["t/0"], await ReadTextsAsync(leases));
        Assert.Equal(1, (await Store.ReadStatisticsAsync(Token)).BlockedStreams);
    }

    [Fact]
    public async Task Reason_of_any_length_is_kept_in_part()
    {
        await _database.AppendAsync(TestMessages.Alone("1"));
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases);
        batch.Entries[0].Bury(new string('x', 100_000), haltStream: false);

        await Store.CompleteAsync(leases, batch, Token);

        var letter = Assert.Single(await _database.DeadLetters.QueryAsync(DeadLetterFilter.All, Token).ToListAsync(Token));
        Assert.Equal(2000, letter.Reason.Length);
    }

    private async Task<IReadOnlyList<PartitionLease>> BuryFirstAsync(bool haltStream)
    {
        var leases = await AcquireAsync();
        var batch = await ReadAsync(leases, max: 1);
        batch.Entries[0].Bury("poison", haltStream);
        await Store.CompleteAsync(leases, batch, Token);
        return leases;
    }
}
