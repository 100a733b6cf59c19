using BenchmarkDotNet.Attributes;
using DomainEvents.Benchmarks.Publishing;

namespace DomainEvents.Benchmarks.Creation;

/// <summary>What the identity of an event costs.</summary>
[MemoryDiagnoser]
public class CreationBenchmarks
{
    [Benchmark(Baseline = true)]
    public object Without_identity() => new Plain(1);

    [Benchmark]
    public object Event() => new SyncOne(1);

    [Benchmark]
    public Guid CreateVersion7() => Guid.CreateVersion7();

    [Benchmark]
    public DateTimeOffset UtcNow() => DateTimeOffset.UtcNow;

    private sealed class Plain(int value)
    {
        public int Value { get; } = value;
    }
}
