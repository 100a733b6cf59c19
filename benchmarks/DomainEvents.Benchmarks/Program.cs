using BenchmarkDotNet.Running;
using DomainEvents.Benchmarks;

// dotnet run -c Release --project benchmarks/DomainEvents.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, SharedMachineConfig.Create());
