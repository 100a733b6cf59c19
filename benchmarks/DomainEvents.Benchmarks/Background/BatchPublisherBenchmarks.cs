using BenchmarkDotNet.Attributes;

namespace DomainEvents.Benchmarks.Background;

/// <summary>Events one by one, as one list, and collected into batches. Each figure is for one event.</summary>
[MemoryDiagnoser]
public class BatchPublisherBenchmarks
{
    private const int Events = 1000;

    private static IDomainEventPublisher s_publisher = null!;
    private readonly HandedOver[] _events = [.. Enumerable.Range(0, Events).Select(static i => new HandedOver(i))];
    private BatchPublisher _batches = null!;

    [GlobalSetup]
    public void SetUp()
    {
        s_publisher = new DomainEventPublisher();
        _batches = new BatchPublisher(s_publisher, new BatchPublisherOptions { Size = 100, MaxDelay = TimeSpan.FromMinutes(1) });
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _batches.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public void Publish_one_by_one()
    {
        foreach (var domainEvent in _events)
        {
            s_publisher.Publish(domainEvent);
        }
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public void PublishBatch() => s_publisher.PublishBatch(_events);

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task Batch_publisher()
    {
        foreach (var domainEvent in _events)
        {
            await _batches.PublishAsync(domainEvent);
        }

        await _batches.FlushAsync();
    }
}
