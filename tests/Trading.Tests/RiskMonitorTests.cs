using System.Runtime.CompilerServices;
using DomainEvents;
using Trading.Domain;
using Trading.Domain.Events;
using Trading.Monitoring;

namespace Trading.Tests;

/// <summary>The monitor without the rest of the sample: a publisher without handlers.</summary>
public sealed class RiskMonitorTests : IDisposable
{
    private static readonly DateOnly Day = new(2024, 1, 2);

    private readonly DomainEventPublisher _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public void Deepest_fall_is_measured_from_the_peak_before_it()
    {
        var monitor = new RiskMonitor(_publisher);
        _publisher.Publish(new StrategyCreated("S-1", "One", Day, new Money(100m)));
        _publisher.Publish(new StrategyCreated("S-2", "Two", Day, new Money(100m)));

        foreach (decimal equity in (decimal[])[90m, 200m, 150m, 190m, 210m, 200m])
        {
            _publisher.Publish(new AccountValued("S-1", Day, new Money(equity)));
        }

        Assert.Equal(0.25m, monitor.DeepestFallOf("S-1"));
        Assert.Equal(0m, monitor.DeepestFallOf("S-2"));
        Assert.Equal(0m, monitor.DeepestFallOf("S-3"));
    }

    [Fact]
    public void Monitor_that_nobody_keeps_is_collected()
    {
        WeakReference monitor = Create();
        _publisher.Publish(new AccountValued("S-1", Day, new Money(100m)));
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(monitor.IsAlive);
        Assert.Equal(0, _publisher.Subscriptions.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Create() => new(new RiskMonitor(_publisher));
}
