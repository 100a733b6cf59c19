using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Benchmarks.Publishing;

/// <summary>
/// Four handlers of scoped lifetime beside what resolving the same four from the container costs: in a scope that is open, and with a
/// scope opened for the one event.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PublishScopedBenchmarks
{
    private static IServiceScopeFactory s_scopes = null!;
    private static IDomainEventPublisher s_rootPublisher = null!;
    private static IDomainEventPublisher s_scopePublisher = null!;
    private static IServiceProvider s_scope = null!;
    private readonly ScopedEvent _event = new(1);

    [GlobalSetup]
    public void SetUp()
    {
        var services = new ServiceCollection().AddDomainEvents().BuildServiceProvider();
        s_scopes = services.GetRequiredService<IServiceScopeFactory>();
        s_rootPublisher = services.GetRequiredService<DomainEventPublisher>();
        s_scope = services.CreateScope().ServiceProvider;
        s_scopePublisher = s_scope.GetRequiredService<IDomainEventPublisher>();
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("open scope")]
    public void Container_open_scope() => HandleFrom(s_scope);

    [Benchmark]
    [BenchmarkCategory("open scope")]
    public void Publish_open_scope() => s_scopePublisher.Publish(_event);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("own scope")]
    public void Container_own_scope()
    {
        using var scope = s_scopes.CreateScope();
        HandleFrom(scope.ServiceProvider);
    }

    [Benchmark]
    [BenchmarkCategory("own scope")]
    public void Publish_own_scope() => s_rootPublisher.Publish(_event);

    private void HandleFrom(IServiceProvider services)
    {
        services.GetRequiredService<ScopedHandler0>().Handle(_event);
        services.GetRequiredService<ScopedHandler1>().Handle(_event);
        services.GetRequiredService<ScopedHandler2>().Handle(_event);
        services.GetRequiredService<ScopedHandler3>().Handle(_event);
    }
}
