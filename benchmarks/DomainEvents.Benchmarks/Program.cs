using BenchmarkDotNet.Running;
using DomainEvents.Benchmarks;
using DomainEvents.Benchmarks.Outbox;

// dotnet run -c Release --project benchmarks/DomainEvents.Benchmarks -- --filter '*'
// dotnet run -c Release --project benchmarks/DomainEvents.Benchmarks -- outbox-latency
if (args is [LatencyRun.Command])
{
    await LatencyRun.RunAsync();
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, SharedMachineConfig.Create());
