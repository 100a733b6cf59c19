using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>The build path end to end: assemblies without InternalsVisibleTo, built, loaded and run.</summary>
public sealed class ThreeAssembliesTests
{
    private static readonly Lazy<GeneratorResult> s_events = new(() => Assemblies.Library(
        "Shop.Events",
        Assemblies.Log,
        $$"""
        namespace Shop;
        /// <summary>Something that belongs to a tenant.</summary>
        public interface ITenantScoped : IDomainEvent;
        /// <summary>The base of order events.</summary>
        public abstract class OrderEvent : DomainEvent;
        {{Assemblies.Event("Created")}}
        {{Assemblies.Event("OrderPlaced", bases: "OrderEvent, ITenantScoped")}}
        {{Assemblies.Event("StackTraced")}}
        """).Run());

    private static readonly Lazy<GeneratorResult> s_handlersA = new(() => Assemblies.Library(
        "Shop.A",
        $$"""
        namespace Shop.A;
        internal sealed class First : IDomainEventHandler<Created> { public void Handle(Created domainEvent) => Log.Add("A0"); }
        [DomainEventHandler(Order = 10)] internal sealed class Last : IDomainEventHandler<Created> { void IDomainEventHandler<Created>.Handle(Created domainEvent) => Log.Add("A10"); }
        [DomainEventHandler(Order = -5)] internal sealed class TenantH : IDomainEventHandler<ITenantScoped> { public void Handle(ITenantScoped domainEvent) => Log.Add("A.TenantH"); }
        internal sealed class StackH : IDomainEventHandler<StackTraced> { public void Handle(StackTraced domainEvent) => Log.Add(Environment.StackTrace); }
        internal sealed class Placed : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced domainEvent) => Log.Add("A.Placed"); }
        internal sealed class BaseH : IDomainEventHandler<OrderEvent> { public void Handle(OrderEvent domainEvent) => Log.Add("A.BaseH"); }
        """).WithLibrary(s_events.Value, asImage: true).Run());

    private static readonly Lazy<GeneratorResult> s_handlersB = new(() => Assemblies.Library(
        "Shop.B",
        $$"""
        namespace Shop.B;
        internal static class Handlers
        {
            [DomainEventHandler(Order = -1)] internal static void Early(Created domainEvent) => Log.Add("B-1");
            [DomainEventHandler(Order = 5)] internal static void Late(Created domainEvent) => Log.Add("B5");
        }
        [DomainEventHandler(Order = -5)] internal sealed class BaseB : IDomainEventHandler<OrderEvent> { public void Handle(OrderEvent domainEvent) => Log.Add("B.BaseB"); }
        internal sealed class PlacedB : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced domainEvent) => Log.Add("B.PlacedB"); }
        {{Assemblies.Event("Hidden", "internal sealed", "OrderEvent")}}
        internal sealed class HiddenH : IDomainEventHandler<Hidden> { public void Handle(Hidden domainEvent) => Log.Add("B.HiddenH"); }
        /// <summary>Publishes what only this assembly can name.</summary>
        public static partial class Publisher
        {
            /// <summary>An internal event.</summary>
            public static void PublishHidden(IDomainEventPublisher publisher) => publisher.Publish(new Hidden());
            /// <summary>A private event.</summary>
            public static void PublishSecret(IDomainEventPublisher publisher) => publisher.Publish(new Secret());
            {{Assemblies.Event("Secret", "private sealed", "OrderEvent")}}
            private sealed class SecretH : IDomainEventHandler<Secret> { public void Handle(Secret domainEvent) => Log.Add("B.SecretH"); }
            [DomainEventHandler(Order = 7)] private static void On(Secret domainEvent) => Log.Add("B.On");
        }
        """)
        .WithLibrary(s_events.Value, asImage: true).Run());

    [Theory]
    [InlineData("new Created()", "B-1 A0 B5 A10")]
    [InlineData("new OrderPlaced()", "B.BaseB A.TenantH A.Placed B.PlacedB A.BaseH")]
    public void Public_event_runs_handlers_of_all_assemblies_in_order(string domainEvent, string expected)
    {
        var root = Host($"using var publisher = new DomainEventPublisher(); publisher.Publish({domainEvent}); return Log.Take();");

        Assert.Equal(expected, GeneratorExecution.Call(root, "Script", "Run"));
    }

    [Fact]
    public void Public_event_runs_synchronous_handlers_from_the_asynchronous_method_too()
    {
        var root = Host("using var publisher = new DomainEventPublisher(); publisher.PublishAsync(new Created()).AsTask().GetAwaiter().GetResult(); return Log.Take();");

        Assert.Equal("B-1 A0 B5 A10", GeneratorExecution.Call(root, "Script", "Run"));
    }

    [Theory]
    [InlineData("PublishHidden", "B.BaseB B.HiddenH A.BaseH")]
    [InlineData("PublishSecret", "B.BaseB B.SecretH A.BaseH B.On")]
    public void Event_that_the_root_cannot_name_runs_handlers_of_all_assemblies(string method, string expected)
    {
        var root = Host($"using var publisher = new DomainEventPublisher(); Shop.B.Publisher.{method}(publisher); return Log.Take();");

        Assert.Equal(expected, GeneratorExecution.Call(root, "Script", "Run"));
    }

    [Fact]
    public void Root_calls_handlers_of_other_assemblies_from_a_pipeline_of_its_own()
    {
        var root = Host("using var publisher = new DomainEventPublisher(); publisher.Publish(new StackTraced()); return Log.Take();");

        var trace = Assert.IsType<string>(GeneratorExecution.Call(root, "Script", "Run"));

        Assert.Contains("DomainEvents.Generated.Shop_Host_Root.Pipeline", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void Root_leaves_events_that_it_cannot_name_to_the_runtime()
    {
        var pipelines = Host("return null;").Source("Pipelines0");

        Assert.Contains("typeof(global::Shop.Created), new int[] { 1, 1, 0, 1, 1, 2, 0, 2 }", pipelines, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden", pipelines, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", pipelines, StringComparison.Ordinal);
    }

    private static GeneratorResult Host(string script) => Assemblies
        .Root("Shop.Host", "using Shop;\n" + Assemblies.Script(script))
        .WithLibrary(s_events.Value, asImage: true)
        .WithLibrary(s_handlersB.Value, asImage: true)
        .WithLibrary(s_handlersA.Value, asImage: true)
        .Run();
}
