using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DomainEvents.Benchmarks.Pooling;

/// <summary>Whether a pool is worth its trouble: for an event of 64 bytes and for one of a kilobyte.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PoolBenchmarks
{
    private readonly Kilobyte _content = default;

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("64 B")]
    public long New_small() => new SmallEvent("ABC", 3).Value;

    [Benchmark]
    [BenchmarkCategory("64 B")]
    public long Rent_small()
    {
        var rented = SmallEvent.Rent("ABC", 3);
        var value = rented.Value;
        rented.Return();
        return value;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("1 KiB")]
    public string New_large() => new LargeEvent("ABC", _content).Name;

    [Benchmark]
    [BenchmarkCategory("1 KiB")]
    public string Rent_large()
    {
        var rented = LargeEvent.Rent("ABC", _content);
        var name = rented.Name;
        rented.Return();
        return name;
    }
}
