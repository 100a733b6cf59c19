using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DomainEvents.Benchmarks.Publishing;

/// <summary>Publishing to asynchronous handlers that complete synchronously.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PublishAsyncBenchmarks
{
    private static IDomainEventPublisher s_publisher = new DomainEventPublisher();
    private readonly AsyncOne _one = new(1);
    private readonly AsyncFour _four = new(1);
    private readonly AsyncEight _eight = new(1);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("1")]
    public async ValueTask Direct_1() => await AsyncOneHandler0.On(_one, default);

    [Benchmark]
    [BenchmarkCategory("1")]
    public async ValueTask Publish_1() => await s_publisher.PublishAsync(_one);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("4")]
    public async ValueTask Direct_4()
    {
        await AsyncFourHandler0.On(_four, default);
        await AsyncFourHandler1.On(_four, default);
        await AsyncFourHandler2.On(_four, default);
        await AsyncFourHandler3.On(_four, default);
    }

    [Benchmark]
    [BenchmarkCategory("4")]
    public async ValueTask Publish_4() => await s_publisher.PublishAsync(_four);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("8")]
    public async ValueTask Direct_8()
    {
        await AsyncEightHandler0.On(_eight, default);
        await AsyncEightHandler1.On(_eight, default);
        await AsyncEightHandler2.On(_eight, default);
        await AsyncEightHandler3.On(_eight, default);
        await AsyncEightHandler4.On(_eight, default);
        await AsyncEightHandler5.On(_eight, default);
        await AsyncEightHandler6.On(_eight, default);
        await AsyncEightHandler7.On(_eight, default);
    }

    [Benchmark]
    [BenchmarkCategory("8")]
    public async ValueTask Publish_8() => await s_publisher.PublishAsync(_eight);
}
