using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>The text of modules and roots, whole.</summary>
public sealed class DispatchOutputTests
{
    private static readonly string s_library = $$"""
        namespace Shop.Orders;
        {{Assemblies.Event("Created")}}
        {{Assemblies.Event("Priced", "internal sealed")}}
        internal sealed class Clock;
        internal sealed class Mail(Clock clock) : IAsyncDomainEventHandler<Created>
        {
            public async ValueTask HandleAsync(Created domainEvent, CancellationToken cancellationToken) => await Task.Delay(clock.GetHashCode() % 2, cancellationToken);
        }
        [DomainEventHandler(Order = -5, Lifetime = HandlerLifetime.Singleton)]
        internal sealed class Journal : IDomainEventHandler<IDomainEvent>, IDomainEventHandler<Priced>, IAsyncDomainEventHandler<Priced>
        {
            public void Handle(IDomainEvent domainEvent) { }
            void IDomainEventHandler<Priced>.Handle(Priced domainEvent) { }
            public ValueTask HandleAsync(Priced domainEvent, CancellationToken cancellationToken) => default;
        }
        internal static class Audit
        {
            [DomainEventHandler(Phase = HandlerPhase.InTransaction)]
            internal static void On(Created domainEvent, Clock clock, CancellationToken cancellationToken) { }
            [DomainEventHandler(Background = true, OnError = HandlerErrorPolicy.LogAndContinue)]
            internal static Task Later(Priced domainEvent) => Task.CompletedTask;
        }
        """;

    private static readonly string s_nested = $$"""
        namespace Shop.@class;
        internal static partial class Outer
        {
            {{Assemblies.Event("Secret", "private sealed")}}
            private sealed class Keeper : IDomainEventHandler<Secret> { public void Handle(Secret domainEvent) { } }
            private partial record struct Inner
            {
                private sealed class Deep : IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent domainEvent) { } }
            }
        }
        """;

    [Fact]
    public void Library_gets_a_module() => Snapshot.Verify(Assemblies.Library("Shop.Orders", s_library).Run());

    [Fact]
    public void Private_nesting_is_registered_from_inside() => Snapshot.Verify(Assemblies.Library("Shop.Nested", s_nested).Run());

    [Fact]
    public void Root_gets_table_pipelines_and_registration()
    {
        var library = Assemblies.Library("Shop.Orders", s_library).Run();
        var root = Assemblies.Root("Shop.Host", $$"""
            {{Assemblies.Event("Billed", "internal sealed")}}
            internal sealed class Biller : IDomainEventHandler<Billed> { public void Handle(Billed domainEvent) { } }
            """).WithHosting().WithLibrary(library, asImage: true).Run();

        Snapshot.Verify(root);
    }
}
