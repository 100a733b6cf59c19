using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Relay;

public sealed class LeaseTests : RelayTest
{
    [Fact]
    public async Task Nothing_is_sent_when_an_answer_might_come_after_the_end_of_the_lease()
    {
        Store.IsRenewalDown = true;
        Transport.Answer = _ =>
        {
            Time.Advance(Options.LeaseDuration - Options.PublishTimeout);
            return Task.FromResult(PublishOutcome.Confirmed);
        };
        Options.MaxOutstanding = 1;
        await Database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"));

        await StepAsync();

        Assert.Equal(["1"], Transport.Sent);
        Assert.Equal(1, await PendingAsync());
        await StepAsync();
        Assert.Equal(["1", "2"], Transport.Sent);
    }

    [Fact]
    public async Task Batch_whose_lease_was_lost_meanwhile_is_left_to_the_new_owner()
    {
        IReadOnlyList<PartitionLease> taken = [];
        Transport.Answer = async _ =>
        {
            await Database.EndRelaysAsync();
            taken = await Database.Store.AcquireAsync("other", OutboxPartition.Count, TimeSpan.FromMinutes(1), Token);
            return PublishOutcome.Confirmed;
        };
        await Database.AppendAsync(TestMessages.Alone("1"));

        await StepAsync();

        Assert.Equal(OutboxPartition.Count, taken.Count);
        Assert.Equal(1, await PendingAsync());
        Assert.Contains(Log.Lines, line => line.Contains("lost its partitions", StringComparison.Ordinal));
        Transport.Answer = _ => Task.FromResult(PublishOutcome.Confirmed);
        await StepAsync();
        Assert.Single(Transport.Sent);
    }

    [Fact]
    public async Task Leases_are_renewed_while_a_batch_is_on_its_way()
    {
        Transport = new ScriptedTransport { PublishTimeout = Timeout.InfiniteTimeSpan };
        var answer = new TaskCompletionSource<PublishOutcome>();
        Transport.Answer = _ => answer.Task;
        await Database.AppendAsync(TestMessages.Alone("1"));
        var step = StepAsync();
        await UntilAsync(() => Task.FromResult(Transport.Sent.Count == 1));
        await Database.EndLeasesAsync();

        Time.Advance(Options.LeaseDuration / 3);
        await UntilAsync(async () => await Database.CountAsync("outbox_partition where lease_until > 0") == OutboxPartition.Count);

        answer.SetResult(PublishOutcome.Confirmed);
        await step;
        Assert.Equal(0, await PendingAsync());
    }

    [Fact]
    public async Task Second_relay_gets_half_of_the_partitions_within_a_third_of_the_lease()
    {
        var second = new OutboxRelay(Store, Transport, new OutboxOptions { RelayName = "second" }, new RelayStatus(), Time, Log);
        await StepAsync();
        await StepAsync(second);
        Assert.Equal(OutboxPartition.Count, Status.Leases);

        Time.Advance(Options.LeaseDuration / 3);
        await StepAsync();
        await StepAsync(second);

        Assert.Equal(OutboxPartition.Count / 2, Status.Leases);
        Assert.Equal(0, (await Store.ReadStatisticsAsync(Token)).UnownedPartitions);
    }

    [Fact]
    public async Task Relay_that_leaves_gives_everything_back()
    {
        await StepAsync();

        await Relay.LeaveAsync(Token);

        var statistics = await Store.ReadStatisticsAsync(Token);
        Assert.Equal((OutboxPartition.Count, 0), (statistics.UnownedPartitions, statistics.Relays));
    }

    [Fact]
    public async Task Relay_that_is_told_to_stop_sends_nothing_more_and_notes_what_was_answered()
    {
        using var stopping = new CancellationTokenSource();
        Transport.Answer = async _ =>
        {
            await stopping.CancelAsync();
            return PublishOutcome.Confirmed;
        };
        Options.MaxOutstanding = 1;
        await Database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"));

        await Relay.StepAsync(TimeSpan.FromSeconds(1), stopping.Token, Token);

        Assert.Equal(["1"], Transport.Sent);
        Assert.Equal(1, await PendingAsync());
    }

    [Fact]
    public async Task Relay_that_may_not_wait_any_longer_keeps_what_was_not_answered()
    {
        using var abandon = new CancellationTokenSource();
        Transport.Answer = text => text == "1" ? Task.FromResult(PublishOutcome.Confirmed) : new TaskCompletionSource<PublishOutcome>().Task;
        await Database.AppendAsync(TestMessages.Alone("1"), TestMessages.Alone("2"));
        var step = Relay.StepAsync(TimeSpan.FromSeconds(1), Token, abandon.Token);
        await UntilAsync(() => Task.FromResult(Transport.Sent.Count == 2));

        await abandon.CancelAsync();
        await step;

        Assert.Equal(1, await Database.CountAsync("outbox where attempts = 0"));
        Assert.Equal(1, await PendingAsync());
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }
    }
}
