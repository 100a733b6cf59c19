using System.Globalization;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Written pipelines allocate nothing when their handlers complete at once, however many and of whatever kind they are.</summary>
public sealed class PipelineAllocationTests
{
    private const string StaticMethod = "internal static class H{0} { [DomainEventHandler] internal static void On(Created e) => Calls.Count++; }";
    private const string AsyncMethod = "internal static class H{0} { [DomainEventHandler] internal static ValueTask On(Created e, CancellationToken token) { Calls.Count++; return default; } }";
    private const string Singleton = "[DomainEventHandler(Lifetime = HandlerLifetime.Singleton)] internal sealed class H{0} : IDomainEventHandler<Created> { public void Handle(Created e) => Calls.Count++; }";
    private const string AsyncSingleton = "[DomainEventHandler(Lifetime = HandlerLifetime.Singleton)] internal sealed class H{0} : IAsyncDomainEventHandler<Created> { public ValueTask HandleAsync(Created e, CancellationToken token) { Calls.Count++; return default; } }";

    private const string Publish = "publisher.Publish(domainEvent)";
    private const string PublishAsync = "publisher.PublishAsync(domainEvent).GetAwaiter().GetResult()";

    public static MatrixTheoryData<(string Handler, string Call), int> Cases => new(
        [(StaticMethod, Publish), (StaticMethod, PublishAsync), (AsyncMethod, PublishAsync), (Singleton, Publish), (Singleton, PublishAsync), (AsyncSingleton, PublishAsync)],
        [1, 4, 5, 8, 33]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Publish_allocates_nothing_and_calls_every_handler((string Handler, string Call) shape, int count)
    {
        var handlers = string.Join('\n', Enumerable.Range(0, count).Select(i => shape.Handler.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        var result = Assemblies.Root("Shop", Assemblies.Log, $"namespace Shop;\n{Assemblies.Event("Created")}\n{handlers}\ninternal static class Calls {{ internal static int Count; }}", Assemblies.Script($$"""
            using var publisher = new DomainEventPublisher();
            var domainEvent = new Shop.Created();
            {{shape.Call}};
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 99; i++)
            {
                {{shape.Call}};
            }

            return GC.GetAllocatedBytesForCurrentThread() - before + " bytes, " + Shop.Calls.Count + " calls";
            """)).Run(GeneratorChecks.All & ~GeneratorChecks.Compiles);

        Assert.Equal($"0 bytes, {count * 100} calls", GeneratorExecution.Call(result, "Script", "Run"));
        Assert.True(result.Has("Pipelines0"));
    }
}
