using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Empty_outbox_gives_an_empty_batch()
    {
        var batch = await ReadAsync(await AcquireAsync());

        Assert.Equal((0, null, false), (batch.Count, batch.NextDue, batch.LeaseLost));
    }

    [Fact]
    public async Task Messages_of_partitions_of_others_are_not_read()
    {
        var messages = Enumerable.Range(0, 64).Select(number => TestMessages.InStream($"s{number}", 1)).ToArray();
        await _database.AppendAsync(messages);

        var leases = await AcquireAsync(max: 5);
        var batch = await ReadAsync(leases);

        var owned = leases.Select(lease => lease.Partition).ToHashSet();
        Assert.Equal(messages.Where(message => owned.Contains(OutboxPartition.Of(message))).Select(message => message.Id), batch.Entries.Select(entry => entry.Message.Id));
        Assert.InRange(batch.Count, 1, 63);
    }

    [Fact]
    public async Task Stream_is_read_in_the_order_of_its_versions_however_it_was_inserted()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 2), TestMessages.Alone("x"), TestMessages.InStream("s", 0), TestMessages.InStream("s", 1));

        Assert.Equal(["s/0", "x", "s/1", "s/2"], await ReadTextsAsync(await AcquireAsync()));
    }

    [Fact]
    public async Task Batch_that_ends_amid_a_stream_holds_its_first_versions()
    {
        await _database.AppendAsync(
            TestMessages.InStream("s", 3), TestMessages.InStream("t", 0), TestMessages.InStream("s", 2), TestMessages.InStream("s", 1), TestMessages.InStream("s", 0));

        var texts = await ReadTextsAsync(await AcquireAsync(), max: 3);

        Assert.Equal(["s/0", "s/1"], texts.Where(text => text.StartsWith('s')));
        Assert.Contains("t/0", texts);
    }

    [Fact]
    public async Task Stream_without_versions_is_read_in_the_order_of_insertion()
    {
        await _database.AppendAsync(TestMessages.WithoutVersion("s", "1"), TestMessages.WithoutVersion("s", "2"));
        await _database.AppendAsync(TestMessages.WithoutVersion("s", "3"));

        Assert.Equal(["1", "2", "3"], await ReadTextsAsync(await AcquireAsync()));
    }

    [Fact]
    public async Task Message_that_was_read_and_not_completed_is_read_again()
    {
        await _database.AppendAsync(TestMessages.Alone("1"));
        var leases = await AcquireAsync();
        await ReadAsync(leases);

        Assert.Equal(["1"], await ReadTextsAsync(leases));
    }
}
