using System.Text;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Written pipelines allocate nothing when their handlers complete at once, however many and of whatever kind they are.</summary>
public sealed class PipelineAllocationTests
{
    private const string StaticMethod = "internal static class H{0} { [DomainEventHandler] internal static void On({1} e) => Calls.Count++; }";
    private const string AsyncMethod = "internal static class H{0} { [DomainEventHandler] internal static ValueTask On({1} e, CancellationToken token) { Calls.Count++; return default; } }";
    private const string Singleton = "[DomainEventHandler(Lifetime = HandlerLifetime.Singleton)] internal sealed class H{0} : IDomainEventHandler<{1}> { public void Handle({1} e) => Calls.Count++; }";
    private const string AsyncSingleton = "[DomainEventHandler(Lifetime = HandlerLifetime.Singleton)] internal sealed class H{0} : IAsyncDomainEventHandler<{1}> { public ValueTask HandleAsync({1} e, CancellationToken token) { Calls.Count++; return default; } }";

    private const string Publish = "publisher.Publish(domainEvent)";
    private const string PublishAsync = "publisher.PublishAsync(domainEvent).GetAwaiter().GetResult()";

    private static readonly int[] s_handlerCounts = [1, 4, 5, 8, 33];

    [Theory]
    [InlineData(StaticMethod, Publish)]
    [InlineData(StaticMethod, PublishAsync)]
    [InlineData(AsyncMethod, PublishAsync)]
    [InlineData(Singleton, Publish)]
    [InlineData(Singleton, PublishAsync)]
    [InlineData(AsyncSingleton, PublishAsync)]
    public void Publish_allocates_nothing_and_calls_every_handler(string handler, string call)
    {
        var source = new StringBuilder("namespace Shop;\ninternal static class Calls { internal static int Count; }\n");
        foreach (var count in s_handlerCounts)
        {
            source.AppendLine(Assemblies.Event($"Created{count}"));
            for (var i = 0; i < count; i++)
            {
                source.AppendLine(handler.Replace("{0}", $"{count}_{i}", StringComparison.Ordinal).Replace("{1}", $"Created{count}", StringComparison.Ordinal));
            }
        }

        var result = Assemblies.Root("Shop", Assemblies.Log, source.ToString(), Assemblies.Script($$"""
            using var publisher = new DomainEventPublisher();
            var report = "";
            foreach (var domainEvent in new IDomainEvent[] { {{string.Join(", ", s_handlerCounts.Select(static count => $"new Shop.Created{count}()"))}} })
            {
                Shop.Calls.Count = 0;
                {{call}};
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < 99; i++)
                {
                    {{call}};
                }

                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                report += allocated + " bytes, " + Shop.Calls.Count + " calls; ";
            }

            return report;
            """)).Run(GeneratorChecks.All & ~GeneratorChecks.Compiles);

        Assert.Equal(
            string.Concat(s_handlerCounts.Select(static count => $"0 bytes, {count * 100} calls; ")), GeneratorExecution.Call(result, "Script", "Run"));
        Assert.True(result.Has("Pipelines0"));
    }
}
