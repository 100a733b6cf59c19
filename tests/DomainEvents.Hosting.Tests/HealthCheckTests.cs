using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class HealthCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(19, 19, HealthStatus.Healthy, "Unknown")]
    [InlineData(40, 2, HealthStatus.Healthy, "Healthy")]
    [InlineData(40, 3, HealthStatus.Unhealthy, "Unhealthy")]
    public async Task Health_follows_the_share_of_failures(int calls, int failures, HealthStatus expected, string health)
    {
        var call = 0;
        var services = Container.Describe(Table(HandWrittenHandler.Method<OrderPlaced>(
            "Shop.A.On", _ => ThrowIf(call++ < failures), HandlerErrorPolicy.LogAndContinue)));
        await using var provider = services.BuildChecked();
        provider.GetRequiredService<DomainEventMetrics>();
        for (var i = 0; i < calls; i++)
        {
            provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());
        }

        var result = await CheckAsync(provider, HealthStatus.Unhealthy);

        Assert.Equal(expected, result.Status);
        Assert.Equal(health, result.Data["health"]);
        Assert.Equal((long)calls, result.Data["handlersExecuted"]);
        Assert.Equal((long)failures, result.Data["errors"]);
    }

    [Fact]
    public async Task Failure_status_is_the_one_of_the_registration()
    {
        var services = Container.Describe(Table(HandWrittenHandler.Method<OrderPlaced>(
            "Shop.A.On", static _ => throw new FormatException(), HandlerErrorPolicy.LogAndContinue)));
        await using var provider = services.BuildChecked();
        provider.GetRequiredService<DomainEventMetrics>();
        for (var i = 0; i < 20; i++)
        {
            provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());
        }

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(provider, HealthStatus.Degraded)).Status);
    }

    [Fact]
    public async Task Slow_handlers_are_degraded()
    {
        var time = new JumpingTime();
        var services = Container.Describe(
            Table(HandWrittenHandler.Method<OrderPlaced>("Shop.A.On", _ => time.Pass(TimeSpan.FromSeconds(2)))),
            options => options.TimeProvider = time);
        await using var provider = services.BuildChecked();
        provider.GetRequiredService<DomainEventMetrics>();
        for (var i = 0; i < 20; i++)
        {
            provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());
        }

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(provider, HealthStatus.Unhealthy)).Status);
    }

    private static void ThrowIf(bool fails)
    {
        if (fails)
        {
            throw new FormatException();
        }
    }

    private static Task<HealthCheckResult> CheckAsync(IServiceProvider services, HealthStatus failureStatus)
    {
        var check = ActivatorUtilities.CreateInstance<DomainEventHealthCheck>(services);
        var registration = new HealthCheckRegistration("domain-events", check, failureStatus, tags: null);
        return check.CheckHealthAsync(new HealthCheckContext { Registration = registration }, Token);
    }

    private sealed class JumpingTime : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan span) => _ticks += span.Ticks;
    }
}
