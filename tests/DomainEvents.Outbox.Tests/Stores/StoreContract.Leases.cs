using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Relay_alone_owns_every_partition()
    {
        var leases = await AcquireAsync();

        Assert.Equal(Enumerable.Range(0, OutboxPartition.Count), leases.Select(lease => lease.Partition).Order());
    }

    [Fact]
    public async Task Relay_takes_no_more_than_it_wants()
    {
        Assert.Equal(3, (await AcquireAsync(max: 3)).Count);
    }

    [Fact]
    public async Task Relay_that_wants_none_takes_none_but_counts_as_alive()
    {
        Assert.Empty(await AcquireAsync(max: 0));
        Assert.Equal(1, (await Store.ReadStatisticsAsync(Token)).Relays);
    }

    [Fact]
    public async Task Two_relays_share_the_partitions_once_the_first_has_given_its_excess_back()
    {
        var before = await AcquireAsync("a");
        Assert.Empty(await AcquireAsync("b"));

        var left = await AcquireAsync("a");
        await Store.ReleaseAsync([.. before.Except(left)], Token);
        var right = await AcquireAsync("b");

        Assert.Equal(OutboxPartition.Count / 2, left.Count);
        Assert.Equal(OutboxPartition.Count / 2, right.Count);
        Assert.Empty(left.Select(lease => lease.Partition).Intersect(right.Select(lease => lease.Partition)));
    }

    [Fact]
    public async Task Relays_that_ask_at_once_own_nothing_twice()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(() => AcquireAsync($"relay-{number}"))));

        var partitions = answers.SelectMany(leases => leases).Select(lease => lease.Partition).ToList();
        Assert.Equal(partitions.Distinct().Count(), partitions.Count);
    }

    [Fact]
    public async Task Partitions_of_a_relay_that_died_go_to_another_under_a_later_epoch()
    {
        var dead = await AcquireAsync("a");
        await _database.EndRelaysAsync();

        var heir = await AcquireAsync("b");

        Assert.Equal(OutboxPartition.Count, heir.Count);
        Assert.All(heir, lease => Assert.True(lease.Epoch > dead.Single(old => old.Partition == lease.Partition).Epoch));
    }

    [Fact]
    public async Task Partitions_that_were_given_back_are_free_at_once()
    {
        await Store.ReleaseAsync(await AcquireAsync("a"), Token);
        await Store.LeaveAsync("a", Token);

        Assert.Equal(OutboxPartition.Count, (await AcquireAsync("b")).Count);
    }

    [Fact]
    public async Task Lease_that_was_lost_can_not_be_renewed_nor_given_back()
    {
        var lost = await AcquireAsync("a");
        await _database.EndRelaysAsync();
        var held = await AcquireAsync("b");

        Assert.False(await Store.RenewAsync(lost, s_duration, Token));
        await Store.ReleaseAsync(lost, Token);
        Assert.True(await Store.RenewAsync(held, s_duration, Token));
    }

    [Fact]
    public async Task Lease_that_ended_but_that_nobody_took_can_be_renewed()
    {
        var leases = await AcquireAsync("a");
        await _database.EndLeasesAsync();

        Assert.True(await Store.RenewAsync(leases, s_duration, Token));
    }

    [Fact]
    public async Task Reading_under_a_lost_lease_reads_nothing()
    {
        await _database.AppendAsync(TestMessages.Alone("1"));
        var lost = await AcquireAsync("a");
        await _database.EndRelaysAsync();
        await AcquireAsync("b");

        var batch = await ReadAsync(lost);

        Assert.Equal(0, batch.Count);
        Assert.True(batch.LeaseLost);
    }

    [Fact]
    public async Task Completing_under_a_lost_lease_changes_nothing()
    {
        await _database.AppendAsync(TestMessages.Alone("1"));
        var lost = await AcquireAsync("a");
        var batch = await ReadAsync(lost);
        await _database.EndRelaysAsync();
        await AcquireAsync("b");

        batch.Entries[0].Confirm();

        Assert.False(await Store.CompleteAsync(lost, batch, Token));
        Assert.Equal(1, await _database.CountAsync("outbox"));
    }
}
