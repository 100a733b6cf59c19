using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace DomainEvents.Benchmarks.Background;

/// <summary>
/// Handing events over to another thread and handling them there, beside a bounded channel with a loop at its end, which is what one
/// would write by hand. Each figure is for one event, from the first hand-over until the last is handled.
/// </summary>
[MemoryDiagnoser]
public class BackgroundPublisherBenchmarks
{
    private const int Events = 100_000;
    private const int Capacity = 1024;

    private readonly HandedOver _event = new(1);
    private readonly DomainEventPublisher _publisher = new();
    private BackgroundPublisher _background = null!;

    [GlobalSetup]
    public void SetUp() => _background = new BackgroundPublisher(_publisher, new BackgroundPublisherOptions { Capacity = Capacity });

    [GlobalCleanup]
    public async Task CleanUpAsync()
    {
        await _background.DisposeAsync();
        await _publisher.DisposeAsync();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public async Task Bounded_channel()
    {
        var channel = Channel.CreateBounded<IDomainEvent>(new BoundedChannelOptions(Capacity) { SingleReader = true });
        var reading = Task.Run(async () =>
        {
            while (await channel.Reader.WaitToReadAsync())
            {
                while (channel.Reader.TryRead(out var domainEvent))
                {
                    HandedOverHandler.On((HandedOver)domainEvent);
                }
            }
        });
        for (var i = 0; i < Events; i++)
        {
            await channel.Writer.WriteAsync(_event);
        }

        channel.Writer.Complete();
        await reading;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public async Task Background_publisher()
    {
        for (var i = 0; i < Events; i++)
        {
            await _background.EnqueueAsync(_event);
        }

        await _background.DrainAsync(Timeout.InfiniteTimeSpan);
    }
}
