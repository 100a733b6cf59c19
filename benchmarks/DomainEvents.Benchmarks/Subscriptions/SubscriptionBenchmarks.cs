using BenchmarkDotNet.Attributes;
using DomainEvents.Benchmarks.Background;

namespace DomainEvents.Benchmarks.Subscriptions;

/// <summary>Subscribing and disposing while many others subscribe to the same event, and publishing to subscribers.</summary>
[MemoryDiagnoser]
public class SubscriptionBenchmarks
{
    private readonly DomainEventPublisher _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
    private readonly DomainEventPublisher _four = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
    private readonly HandedOver _event = new(1);
    private readonly Action<HandedOver> _handler = static domainEvent => s_sum += domainEvent.Value;
    private static long s_sum;
    private Action<HandedOver>? _multicast;

    [Params(0, 100_000)]
    public int Others { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        for (var i = 0; i < Others; i++)
        {
            _publisher.Subscribe(_handler);
        }

        for (var i = 0; i < 4; i++)
        {
            _four.Subscribe(_handler);
            _multicast += _handler;
        }
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _publisher.Dispose();
        _four.Dispose();
    }

    [Benchmark]
    public void Subscribe_and_dispose() => _publisher.Subscribe(_handler).Dispose();

    [Benchmark]
    public void SubscribeWeak_and_dispose() =>
        _publisher.SubscribeWeak<SubscriptionBenchmarks, HandedOver>(this, static (_, domainEvent) => s_sum += domainEvent.Value).Dispose();

    [Benchmark(Baseline = true)]
    public void Multicast_to_four() => _multicast!(_event);

    [Benchmark]
    public void Publish_to_four_subscribers() => _four.Publish(_event);
}
