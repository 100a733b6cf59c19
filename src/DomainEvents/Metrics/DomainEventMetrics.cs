using DomainEvents.Metrics;

namespace DomainEvents;

/// <summary>
/// Counts what a publisher publishes and how its handlers fare, from the moment it is attached. Safe for use by several threads. A
/// publisher to which nothing is attached pays nothing.
/// </summary>
public sealed class DomainEventMetrics : IDisposable
{
    private const int EnoughCalls = 20;
    private const double MaxErrorRate = 0.05;

    private static readonly TimeSpan s_maxHandlingTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_defaultWindow = TimeSpan.FromMinutes(5);

    private readonly MetricsObserver _observer;
    private readonly IDisposable _attachment;

    private DomainEventMetrics(DomainEventPublisher publisher, TimeSpan window)
    {
        _observer = new MetricsObserver(new CallWindow(window, publisher.TimeProvider));
        _attachment = publisher.Observers.Attach(_observer);
    }

    /// <summary>Attaches metrics to a publisher. Dispose them to detach them; what was counted stays.</summary>
    /// <param name="publisher">The publisher.</param>
    /// <param name="window">How far back <see cref="GetHealth"/> looks; <see langword="null"/> for five minutes.</param>
    /// <exception cref="ArgumentNullException">There is no publisher.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is not positive, or longer than a day.</exception>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public static DomainEventMetrics Attach(DomainEventPublisher publisher, TimeSpan? window = null)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window ?? s_defaultWindow, TimeSpan.Zero, nameof(window));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(window ?? s_defaultWindow, TimeSpan.FromDays(1), nameof(window));
        return new DomainEventMetrics(publisher, window ?? s_defaultWindow);
    }

    /// <summary>What was counted since the metrics were attached.</summary>
    public DomainEventMetricsSnapshot Snapshot() => _observer.Snapshot();

    /// <summary>
    /// Judges the calls that ended within the window: <see cref="DomainEventHealth.Unknown"/> for fewer than 20, <see cref="DomainEventHealth.Unhealthy"/>
    /// if more than 5 % of them failed, <see cref="DomainEventHealth.Degraded"/> if they took more than a second on average. What is older
    /// does not count: a bad minute is forgotten when the window has passed.
    /// </summary>
    public DomainEventHealth GetHealth()
    {
        var calls = _observer.Window.Sum();
        return
            calls.Count < EnoughCalls ? DomainEventHealth.Unknown :
            calls.Errors > calls.Count * MaxErrorRate ? DomainEventHealth.Unhealthy :
            calls.Time > s_maxHandlingTime * calls.Count ? DomainEventHealth.Degraded :
            DomainEventHealth.Healthy;
    }

    /// <summary>Detaches the metrics. Publishes that run are counted to their end. Disposing twice is harmless.</summary>
    public void Dispose() => _attachment.Dispose();
}
