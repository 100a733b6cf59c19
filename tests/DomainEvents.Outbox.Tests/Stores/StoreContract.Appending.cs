using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Message_of_a_committed_transaction_is_read_as_it_was_appended()
    {
        var full = new OutboxMessage(
            Guid.NewGuid(), "order.placed", 3, "bestellung-ü-1", 65_537, new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero),
            new byte[] { 0, 1, 255 }, "application/json", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "vendor=1", "user=7",
            "correlation", "cause");
        await _database.AppendAsync(full);

        var entry = Assert.Single((await ReadAsync(await AcquireAsync())).Entries);

        Assert.Equal(full with { Data = default }, entry.Message with { Data = default });
        Assert.Equal(full.Data.ToArray(), entry.Message.Data.ToArray());
        Assert.Equal(0, entry.Attempts);
        Assert.InRange(entry.Waited, TimeSpan.Zero, TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task Message_without_its_optional_parts_has_none_when_it_is_read()
    {
        await _database.AppendAsync(TestMessages.Alone("text") with { Data = default });

        var message = Assert.Single((await ReadAsync(await AcquireAsync())).Entries).Message;

        Assert.Equal((null, null, null), (message.TraceParent, message.Baggage, message.CausationId));
        Assert.Equal("", message.StreamId);
        Assert.True(message.Data.IsEmpty);
    }

    [Fact]
    public async Task Message_of_a_transaction_that_is_rolled_back_never_existed()
    {
        await using (var connection = await _database.ConnectAsync())
        await using (var transaction = await connection.BeginTransactionAsync(Token))
        {
            await Store.AppendAsync(transaction, new[] { TestMessages.Alone("1") }, Token);
            await transaction.RollbackAsync(Token);
        }

        Assert.Equal(0, await _database.CountAsync("outbox"));
    }

    [Fact]
    public async Task Message_after_a_savepoint_that_is_rolled_back_never_existed()
    {
        await using (var connection = await _database.ConnectAsync())
        await using (var transaction = await connection.BeginTransactionAsync(Token))
        {
            await Store.AppendAsync(transaction, new[] { TestMessages.Alone("kept") }, Token);
            await transaction.SaveAsync("before", Token);
            await Store.AppendAsync(transaction, new[] { TestMessages.Alone("undone") }, Token);
            await transaction.RollbackAsync("before", Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Equal(["kept"], await ReadTextsAsync(await AcquireAsync()));
    }

    [Fact]
    public async Task Many_messages_in_one_call_are_all_there_in_order()
    {
        var messages = Enumerable.Range(0, 500).Select(number => TestMessages.WithoutVersion("s", $"{number}")).ToArray();
        await _database.AppendAsync(messages);

        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"{number}"), await ReadTextsAsync(await AcquireAsync()));
    }

    [Fact]
    public async Task Message_appended_twice_is_refused()
    {
        var message = TestMessages.InStream("s", 1);
        await _database.AppendAsync(message);

        await Assert.ThrowsAsync<DuplicateMessageException>(() => _database.AppendAsync(message with { StreamSeq = 7 }));
        Assert.Equal(1, await _database.CountAsync("outbox"));
    }

    [Fact]
    public async Task Second_message_in_one_place_of_a_stream_is_refused()
    {
        await _database.AppendAsync(TestMessages.InStream("s", 1));

        await Assert.ThrowsAsync<DuplicateMessageException>(() => _database.AppendAsync(TestMessages.InStream("s", 1)));
    }

    [Fact]
    public async Task Transaction_that_has_ended_is_refused_as_an_argument()
    {
        await using var connection = await _database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await transaction.CommitAsync(Token);

        await Assert.ThrowsAsync<ArgumentException>(
            "transaction", async () => await Store.AppendAsync(transaction, new[] { TestMessages.Alone("1") }, Token));
    }

    [Fact]
    public async Task Schema_that_is_missing_is_named_when_a_message_is_appended()
    {
        var exception = await Assert.ThrowsAsync<OutboxSchemaException>(() => _database.AppendAsync(TestMessages.Alone("1")));

        Assert.Contains("EnsureCreatedAsync", exception.Message, StringComparison.Ordinal);
    }
}
