using System.Diagnostics;
using System.Runtime;
using BenchmarkDotNet.Attributes;

namespace DomainEvents.Benchmarks.Publishing;

/// <summary>
/// A thousand event types in random order, a handler class and body each: what remains of a way of publishing when caches and branch
/// prediction do not help. Figures are for one event.
/// </summary>
[MemoryDiagnoser]
public class ManyTypesBenchmarks
{
    private const int Published = 4096;

    private static IDomainEventPublisher s_publisher = null!;
    private readonly Dictionary<Type, Action<object>> _dictionary = [];
    private IRaisable[] _events = [];

    /// <summary>With the generated base an event carries its index; a record has none and is found by its class.</summary>
    [Params("partial class", "partial record")]
    public string Kind { get; set; } = "partial class";

    [GlobalSetup]
    public void SetUp()
    {
        var assembly = new ManyTypesAssembly(1000, Kind).Load();
        s_publisher = new DomainEventPublisher();
        var types = assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IRaisable))).ToArray();
        foreach (var type in types)
        {
            var handle = type.GetMethod("Naive")!.CreateDelegate<Action<object>>();
            _dictionary[type] = handle;
        }

        var random = new Random(17);
        _events = Enumerable.Range(0, Published)
            .Select(_ => (IRaisable)Activator.CreateInstance(types[random.Next(types.Length)], 1)!)
            .ToArray();
        WarmUp();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Published)]
    public void Direct()
    {
        foreach (var raisable in _events)
        {
            raisable.Raise();
        }
    }

    [Benchmark(OperationsPerInvoke = Published)]
    public void Publish()
    {
        foreach (var raisable in _events)
        {
            s_publisher.Publish(raisable);
        }
    }

    [Benchmark(OperationsPerInvoke = Published)]
    public void Dictionary()
    {
        foreach (var raisable in _events)
        {
            _dictionary[raisable.GetType()](raisable);
        }
    }

    /// <summary>Until the compiler has nothing left to do in the background: a few thousand methods take it longer than any warm-up.</summary>
    private void WarmUp()
    {
        long compiled;
        do
        {
            compiled = JitInfo.GetCompiledMethodCount();
            for (var quiet = Stopwatch.StartNew(); quiet.ElapsedMilliseconds < 1000;)
            {
                Direct();
                Publish();
                Dictionary();
            }
        }
        while (JitInfo.GetCompiledMethodCount() > compiled + 5);
    }
}
