using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Time;

namespace DomainEvents.Tests.Metrics;

public sealed class DomainEventMetricsTests : IDisposable
{
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private readonly ManualTime _time = new();
    private readonly DomainEventPublisher _publisher;
    private readonly DomainEventMetrics _metrics;
    private TimeSpan _handling;
    private bool _fails;

    public DomainEventMetricsTests()
    {
        _publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                _time.Advance(_handling);
                if (_fails)
                {
                    throw new FormatException();
                }
            })
            .Publisher(options => options.TimeProvider = _time);
        _metrics = DomainEventMetrics.Attach(_publisher, s_window);
    }

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public void Snapshot_counts_events_calls_errors_and_the_time_they_took()
    {
        using var subscription = _publisher.SubscribeAll(_ => _time.Advance(TimeSpan.FromMilliseconds(10)));
        _handling = TimeSpan.FromMilliseconds(50);
        Publish(2);
        Publish(1, fails: true);
        _publisher.Publish(new OrderShipped());

        var snapshot = _metrics.Snapshot();

        Assert.Equal(4, snapshot.EventsPublished);
        Assert.Equal(7, snapshot.HandlersExecuted);
        Assert.Equal(1, snapshot.Errors);
        Assert.Equal(TimeSpan.FromMilliseconds(190) / 7, snapshot.AverageHandlingTime);
    }

    [Fact]
    public void Snapshot_before_the_first_event_is_zero()
    {
        var snapshot = _metrics.Snapshot();

        Assert.Equal((0, 0, 0, TimeSpan.Zero), (snapshot.EventsPublished, snapshot.HandlersExecuted, snapshot.Errors, snapshot.AverageHandlingTime));
        Assert.Equal(DomainEventHealth.Unknown, _metrics.GetHealth());
    }

    [Theory]
    [InlineData(19, 0, DomainEventHealth.Unknown)]
    [InlineData(0, 19, DomainEventHealth.Unknown)]
    [InlineData(20, 0, DomainEventHealth.Healthy)]
    [InlineData(95, 5, DomainEventHealth.Healthy)]
    [InlineData(94, 6, DomainEventHealth.Unhealthy)]
    public void Health_is_judged_by_the_share_of_errors(int good, int bad, DomainEventHealth health)
    {
        Publish(good);
        Publish(bad, fails: true);

        Assert.Equal(health, _metrics.GetHealth());
    }

    [Theory]
    [InlineData(1000, DomainEventHealth.Healthy)]
    [InlineData(1001, DomainEventHealth.Degraded)]
    public void Health_is_judged_by_the_time_that_calls_take(int milliseconds, DomainEventHealth health)
    {
        _handling = TimeSpan.FromMilliseconds(milliseconds);
        Publish(20);

        Assert.Equal(health, _metrics.GetHealth());
    }

    [Fact]
    public void Errors_weigh_more_than_slowness()
    {
        _handling = TimeSpan.FromSeconds(2);
        Publish(18);
        Publish(2, fails: true);

        Assert.Equal(DomainEventHealth.Unhealthy, _metrics.GetHealth());
    }

    [Fact]
    public void Bad_minute_is_forgotten_when_the_window_has_passed()
    {
        Publish(40, fails: true);
        _time.Advance(s_window - TimeSpan.FromSeconds(1));
        Assert.Equal(DomainEventHealth.Unhealthy, _metrics.GetHealth());
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(DomainEventHealth.Unknown, _metrics.GetHealth());
        Publish(20);

        Assert.Equal(DomainEventHealth.Healthy, _metrics.GetHealth());
        Assert.Equal(40, _metrics.Snapshot().Errors);
    }

    [Fact]
    public void Window_slides_and_is_right_after_any_pause()
    {
        for (var second = 0; second < 200; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            Publish(1, fails: second < 100);
            var failing = Math.Clamp(160 - second, 0, 61);
            Assert.Equal(
                second < 19 ? DomainEventHealth.Unknown : second < 100 || failing > 3 ? DomainEventHealth.Unhealthy : DomainEventHealth.Healthy,
                _metrics.GetHealth());
        }

        _time.Advance(TimeSpan.FromDays(400));
        Assert.Equal(DomainEventHealth.Unknown, _metrics.GetHealth());
    }

    [Fact]
    public void Clock_that_is_set_back_changes_nothing()
    {
        Publish(20);
        _time.JumpTo(_time.GetUtcNow().AddDays(-1));
        Publish(20, fails: true);

        Assert.Equal(DomainEventHealth.Unhealthy, _metrics.GetHealth());
        Assert.Equal(TimeSpan.Zero, _metrics.Snapshot().AverageHandlingTime);
    }

    [Fact]
    public async Task Asynchronous_handlers_count_when_they_end()
    {
        var gate = new TaskCompletionSource();
        using var subscription = _publisher.Subscribe<OrderShipped>(_ => gate.Task);
        var publishing = _publisher.PublishAsync(new OrderShipped(), TestContext.Current.CancellationToken);
        Assert.Equal((1, 0), (_metrics.Snapshot().EventsPublished, _metrics.Snapshot().HandlersExecuted));
        _time.Advance(TimeSpan.FromSeconds(3));
        gate.SetResult();
        await publishing;

        Assert.Equal(1, _metrics.Snapshot().HandlersExecuted);
        Assert.Equal(TimeSpan.FromSeconds(3), _metrics.Snapshot().AverageHandlingTime);
    }

    [Fact]
    public async Task Unit_of_work_publishes_an_event_once()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => { }, phase: HandlerPhase.InTransaction)
            .Sync<OrderPlaced>("Shop.B", _ => { })
            .Publisher();
        using var metrics = DomainEventMetrics.Attach(publisher);
        var domainEvent = new OrderPlaced();

        await publisher.PublishInTransactionAsync(domainEvent, null, TestContext.Current.CancellationToken);
        publisher.PublishAfterCommit([domainEvent], null);

        Assert.Equal((1, 2), (metrics.Snapshot().EventsPublished, metrics.Snapshot().HandlersExecuted));
    }

    [Fact]
    public void Detached_metrics_keep_what_they_counted_and_count_no_more()
    {
        Publish(1);

        _metrics.Dispose();
        _metrics.Dispose();
        Publish(1);

        Assert.Equal(1, _metrics.Snapshot().EventsPublished);
    }

    [Fact]
    public void Threads_that_publish_together_lose_no_count()
    {
        const int Count = 5_000;
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => { }).Publisher();
        using var metrics = DomainEventMetrics.Attach(publisher);
        void Publish()
        {
            for (var i = 0; i < Count; i++)
            {
                publisher.Publish(new OrderPlaced());
            }
        }

        Parallel.Invoke(Publish, Publish);

        Assert.Equal((2 * Count, 2 * Count), (metrics.Snapshot().EventsPublished, metrics.Snapshot().HandlersExecuted));
        Assert.Equal(DomainEventHealth.Healthy, metrics.GetHealth());
    }

    [Fact]
    public void Attach_refuses_bad_arguments()
    {
        Assert.Throws<ArgumentNullException>(() => DomainEventMetrics.Attach(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => DomainEventMetrics.Attach(_publisher, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => DomainEventMetrics.Attach(_publisher, TimeSpan.FromDays(2)));
        _publisher.Dispose();
        Assert.Throws<ObjectDisposedException>(() => DomainEventMetrics.Attach(_publisher));
    }

    private void Publish(int count, bool fails = false)
    {
        _fails = fails;
        for (var i = 0; i < count; i++)
        {
            if (fails)
            {
                Assert.Throws<DomainEventHandlingException>(() => _publisher.Publish(new OrderPlaced()));
            }
            else
            {
                _publisher.Publish(new OrderPlaced());
            }
        }
    }
}
