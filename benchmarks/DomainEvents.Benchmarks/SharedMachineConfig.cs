using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace DomainEvents.Benchmarks;

/// <summary>
/// Many short iterations in one process, and the fastest beside the mean: on a machine shared with others the mean tells how busy those
/// were, the fastest iteration what the code costs.
/// </summary>
internal static class SharedMachineConfig
{
    public static IConfig Create() => DefaultConfig.Instance
        .AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(10)
            .WithIterationCount(30)
            .WithIterationTime(TimeInterval.FromMilliseconds(100))
            .AsDefault())
        .AddColumn(StatisticColumn.Min, new FastestRatioColumn());
}
