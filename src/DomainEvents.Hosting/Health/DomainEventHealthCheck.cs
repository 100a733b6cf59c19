using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DomainEvents.Hosting;

/// <summary>
/// Reports what <see cref="DomainEventMetrics.GetHealth"/> says of the container's publisher:
/// <c>services.AddHealthChecks().AddCheck&lt;DomainEventHealthCheck&gt;("domain-events")</c>. Too few calls to tell count as healthy.
/// </summary>
/// <param name="metrics">The metrics, which <c>AddDomainEvents()</c> registers. They count from when somebody first asks for them.</param>
public sealed class DomainEventHealthCheck(DomainEventMetrics metrics) : IHealthCheck
{
    /// <inheritdoc />
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var health = metrics.GetHealth();
        var counted = metrics.Snapshot();
        var status = health switch
        {
            DomainEventHealth.Unhealthy => context.Registration.FailureStatus,
            DomainEventHealth.Degraded => HealthStatus.Degraded,
            _ => HealthStatus.Healthy,
        };
        var data = new Dictionary<string, object>
        {
            ["health"] = health.ToString(),
            ["eventsPublished"] = counted.EventsPublished,
            ["handlersExecuted"] = counted.HandlersExecuted,
            ["errors"] = counted.Errors,
            ["averageHandlingTime"] = counted.AverageHandlingTime,
        };
        return Task.FromResult(new HealthCheckResult(status, DescriptionOf(health), data: data));
    }

    private static string DescriptionOf(DomainEventHealth health) => health switch
    {
        DomainEventHealth.Unhealthy => "More than 5 % of the handler calls failed.",
        DomainEventHealth.Degraded => "Handlers take more than a second on average.",
        DomainEventHealth.Unknown => "Too few handler calls to tell.",
        _ => "Handlers work.",
    };
}
