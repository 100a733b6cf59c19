using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>What a module describes.</summary>
public sealed class ModuleTests
{
    [Fact]
    public void Module_of_a_shop_shows()
    {
        var result = Assemblies.Library("Shop.A", Assemblies.Log, $$"""
            namespace Shop;
            {{Assemblies.Event("Created")}}
            internal sealed class Mail : IDomainEventHandler<Created>, IAsyncDomainEventHandler<Created>
            {
                public void Handle(Created domainEvent) => Log.Add("mail");
                public ValueTask HandleAsync(Created domainEvent, CancellationToken cancellationToken) => default;
            }
            internal static class Audit
            {
                [DomainEventHandler(Order = -5)]
                public static async Task On(Created domainEvent, IComparable<int> log, CancellationToken token) => await Task.Yield();
            }
            """).Run();
        Assert.Equal("", result.AllGeneratedText);
    }
}
