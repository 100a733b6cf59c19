using System.Reactive.Subjects;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Benchmarks.Publishing;

/// <summary>Publishing to static handlers beside what one would write by hand.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PublishBenchmarks
{
    // Not readonly: the JIT must not learn what stands behind the interface.
    private static IDomainEventPublisher s_publisher = new DomainEventPublisher();
    private static Action<SyncFour> s_multicast = SyncFourHandler0.On;
    private static IServiceProvider s_services = new ServiceCollection().BuildServiceProvider();
    private static Subject<SyncFour> s_subject = new();
    private readonly Dictionary<string, List<Action<object>>> _dictionary = [];
    private readonly SyncOne _one = new(1);
    private readonly SyncFour _four = new(1);

    [GlobalSetup]
    public void SetUp()
    {
        s_multicast += SyncFourHandler1.On;
        s_multicast += SyncFourHandler2.On;
        s_multicast += SyncFourHandler3.On;
        _dictionary["benchmark.syncfour"] =
        [
            e => SyncFourHandler0.On((SyncFour)e),
            e => SyncFourHandler1.On((SyncFour)e),
            e => SyncFourHandler2.On((SyncFour)e),
            e => SyncFourHandler3.On((SyncFour)e),
        ];
        s_subject.Subscribe(SyncFourHandler0.On);
        s_subject.Subscribe(SyncFourHandler1.On);
        s_subject.Subscribe(SyncFourHandler2.On);
        s_subject.Subscribe(SyncFourHandler3.On);
        s_services = new ServiceCollection()
            .AddSingleton<IContainerHandler, ContainerHandler0>()
            .AddSingleton<IContainerHandler, ContainerHandler1>()
            .AddSingleton<IContainerHandler, ContainerHandler2>()
            .AddSingleton<IContainerHandler, ContainerHandler3>()
            .BuildServiceProvider();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("1")]
    public void Direct_1() => SyncOneHandler0.On(_one);

    [Benchmark]
    [BenchmarkCategory("1")]
    public void Publish_1() => s_publisher.Publish(_one);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("4")]
    public void Direct_4()
    {
        SyncFourHandler0.On(_four);
        SyncFourHandler1.On(_four);
        SyncFourHandler2.On(_four);
        SyncFourHandler3.On(_four);
    }

    [Benchmark]
    [BenchmarkCategory("4")]
    public void Publish_4() => s_publisher.Publish(_four);

    [Benchmark]
    [BenchmarkCategory("4")]
    public void Multicast_4() => s_multicast(_four);

    [Benchmark]
    [BenchmarkCategory("4")]
    public void Dictionary_4()
    {
        foreach (var handler in _dictionary[_four.EventType])
        {
            handler(_four);
        }
    }

    [Benchmark]
    [BenchmarkCategory("4")]
    public void Subject_4() => s_subject.OnNext(_four);

    [Benchmark]
    [BenchmarkCategory("4")]
    public void GetServices_4()
    {
        foreach (var handler in s_services.GetServices<IContainerHandler>())
        {
            handler.Handle(_four);
        }
    }
}
