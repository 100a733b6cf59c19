using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Tests.Relay;
using DomainEvents.Persistence.Tests.Support;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DomainEvents.Persistence.Tests.Diagnostics;

public sealed class HealthTests : RelayTest
{
    [Fact]
    public async Task Relay_that_goes_round_is_healthy()
    {
        await StepAsync();

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Relay_that_stands_still_is_unhealthy_after_two_leases()
    {
        // Zero is the time stamp of a relay that never ran.
        Time.Advance(TimeSpan.FromSeconds(1));
        await StepAsync();
        Time.Advance(Options.LeaseDuration * 2);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);

        Time.Advance(TimeSpan.FromMilliseconds(1));

        var result = await CheckAsync();
        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("stands still", result.Description!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transport_that_is_down_is_degraded_until_it_is_back()
    {
        Transport.AnswerTo("s/0", PublishOutcome.Unavailable("no broker"));
        await Database.AppendAsync(TestMessages.InStream("s", 0));
        await StepAsync();
        var down = await CheckAsync();
        Transport.AnswerTo("none", PublishOutcome.Confirmed);
        Time.Advance(Options.MaxCircuitDelay);

        await StepAsync();

        Assert.Equal((HealthStatus.Degraded, "The transport is down: no broker"), (down.Status, down.Description));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Partitions_without_a_relay_are_degraded()
    {
        await StepAsync();
        await Database.EndLeasesAsync();

        var result = await CheckAsync();

        Assert.Equal((HealthStatus.Degraded, "16 partitions have no relay."), (result.Status, result.Description));
    }

    [Fact]
    public async Task Store_that_cannot_be_reached_is_unhealthy()
    {
        await Database.ExecuteAsync("drop table outbox");

        var result = await CheckAsync();

        Assert.Equal((HealthStatus.Unhealthy, "The outbox's store cannot be reached."), (result.Status, result.Description));
        Assert.NotNull(result.Exception);
    }

    private Task<HealthCheckResult> CheckAsync() =>
        new OutboxHealthCheck(Database.Store, Options, Status, Time).CheckHealthAsync(new HealthCheckContext(), Token);
}
