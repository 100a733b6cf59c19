using DomainEvents.Persistence.Relay;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DomainEvents.Persistence;

/// <summary>
/// Tells whether messages leave the outbox: unhealthy when the oldest is too old, when the relay of this process stands still or when the
/// store cannot be reached; degraded when the transport is down, a partition has no owner or a message has waited for a while.
/// </summary>
public sealed class OutboxHealthCheck : IHealthCheck
{
    private readonly IOutboxStore _store;
    private readonly OutboxOptions _options;
    private readonly RelayStatus _status;
    private readonly TimeProvider _timeProvider;

    internal OutboxHealthCheck(IOutboxStore store, OutboxOptions options, RelayStatus status, TimeProvider timeProvider)
    {
        _store = store;
        _options = options;
        _status = status;
        _timeProvider = timeProvider;
    }

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        OutboxStatistics statistics;
        try
        {
            statistics = await _store.ReadStatisticsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The outbox's store cannot be reached.", exception);
        }

        var data = new Dictionary<string, object>
        {
            ["pending"] = statistics.Pending,
            ["oldestAgeSeconds"] = statistics.OldestAge.TotalSeconds,
            ["deadLetters"] = statistics.DeadLetters,
            ["blockedStreams"] = statistics.BlockedStreams,
            ["unownedPartitions"] = statistics.UnownedPartitions,
            ["relays"] = statistics.Relays,
        };
        return FindProblem(statistics) is var (health, description)
            ? new HealthCheckResult(health, description, data: data)
            : HealthCheckResult.Healthy($"{statistics.Pending} messages wait.", data);
    }

    private (HealthStatus Health, string Description)? FindProblem(OutboxStatistics statistics)
    {
        if (_options.RunRelay && _status.HasStarted && _timeProvider.GetElapsedTime(_status.Heartbeat) > _options.LeaseDuration * 2)
        {
            return (HealthStatus.Unhealthy, "The relay of this process stands still: a handler or a statement has not come back.");
        }

        if (statistics.OldestAge > _options.UnhealthyAge)
        {
            return (HealthStatus.Unhealthy, $"The oldest message has waited for {statistics.OldestAge}.");
        }

        if (_status.TransportError is { } error)
        {
            return (HealthStatus.Degraded, $"The transport is down: {error}");
        }

        if (statistics.UnownedPartitions > 0)
        {
            return (HealthStatus.Degraded, $"{statistics.UnownedPartitions} partitions have no relay.");
        }

        return statistics.OldestAge > _options.DegradedAge
            ? (HealthStatus.Degraded, $"The oldest message has waited for {statistics.OldestAge}.")
            : null;
    }
}
