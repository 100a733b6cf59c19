using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Schema_is_created_once_by_many_who_do_it_at_once()
    {
        Assert.Equal(0, await _database.Schema.ReadVersionAsync(Token));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _database.Schema.EnsureCreatedAsync(Token), Token)));
        await _database.Schema.EnsureCreatedAsync(Token);

        Assert.Equal(_database.Schema.TargetVersion, await _database.Schema.ReadVersionAsync(Token));
        Assert.Equal(OutboxPartition.Count, await _database.CountAsync("outbox_partition"));
    }

    [Fact]
    public async Task Schema_can_be_created_by_its_script()
    {
        await _database.ExecuteAsync(_database.Schema.CreateScript());

        await _database.Schema.ValidateAsync(Token);
        await _database.AppendAsync(TestMessages.Alone("1"));
        Assert.Equal(["1"], await ReadTextsAsync(await AcquireAsync()));
    }

    [Fact]
    public async Task Schema_of_a_later_release_is_left_alone()
    {
        await _database.Schema.EnsureCreatedAsync(Token);
        await _database.ExecuteAsync("update outbox_schema set version = 99");

        var exception = await Assert.ThrowsAsync<OutboxSchemaException>(() => _database.Schema.EnsureCreatedAsync(Token));

        Assert.Contains("version 99, of a later release", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<OutboxSchemaException>(() => _database.Schema.ValidateAsync(Token));
    }

    [Fact]
    public async Task Schema_that_is_missing_is_reported_by_the_check()
    {
        var exception = await Assert.ThrowsAsync<OutboxSchemaException>(() => _database.Schema.ValidateAsync(Token));

        Assert.Contains("CreateScript", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_has_no_script_from_a_version_that_never_was()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _database.Schema.CreateScript(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _database.Schema.CreateScript(99));
        Assert.Equal("", _database.Schema.CreateScript(_database.Schema.TargetVersion));
    }
}
