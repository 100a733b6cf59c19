using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace DomainEvents.Benchmarks.Pooling;

/// <summary>Whether a pool is worth its trouble: for an event of 64 bytes and for one of a kilobyte.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PoolBenchmarks
{
    // What is published escapes; without this the compiler would keep a new event on the stack.
    private static object? s_published;
    private readonly Kilobyte _content = default;

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("64 B")]
    public long New_small()
    {
        var created = new SmallEvent("ABC", 3);
        s_published = created;
        return created.Value;
    }

    [Benchmark]
    [BenchmarkCategory("64 B")]
    public long Rent_small()
    {
        var rented = SmallEvent.Rent("ABC", 3);
        s_published = rented;
        var value = rented.Value;
        rented.Return();
        return value;
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("1 KiB")]
    public string New_large()
    {
        var created = new LargeEvent("ABC", _content);
        s_published = created;
        return created.Name;
    }

    [Benchmark]
    [BenchmarkCategory("1 KiB")]
    public string Rent_large()
    {
        var rented = LargeEvent.Rent("ABC", _content);
        s_published = rented;
        var name = rented.Name;
        rented.Return();
        return name;
    }
}
