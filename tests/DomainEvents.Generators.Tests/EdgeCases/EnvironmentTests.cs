using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>What stands around the code: references, options, language versions: the cases 58 to 72.</summary>
public sealed class EnvironmentTests
{
    private const string Shop = """
        using DomainEvents;
        namespace Shop
        {
            [DomainEvent] public partial class OrderPlaced { public string Id { get; } }
            public class Handler : IDomainEventHandler<OrderPlaced> { public static string Log = ""; public void Handle(OrderPlaced e) { Log += e.Id; } }
        }
        """;

    private const string PublishInShop = """new DomainEvents.DomainEventPublisher().Publish(new Shop.OrderPlaced("a")); return Shop.Handler.Log;""";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Case58_internals_visible_to_a_project_with_the_generator_make_no_conflict(bool asImage)
    {
        var library = Edge.Run(Edge.Project("""
            namespace Shop.Sales;
            using DomainEvents;
            [DomainEvent] internal partial class OrderPlaced { public string Id { get; } }
            internal class Handler : IDomainEventHandler<OrderPlaced> { internal static string Log = ""; public void Handle(OrderPlaced e) => Log += e.Id; }
            """).WithAssemblyName("Shop.Sales").WithInternalsVisibleTo("Shop.App"));
        var project = Edge.Project("""
            namespace Shop.Delivery;
            using DomainEvents; using Shop.Sales;
            [DomainEvent] internal partial class OrderShipped { public string Id { get; } }
            internal class Handler : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Shop.Sales.Handler.Log += " twice"; }
            """).WithLibrary(library, asImage);

        Assert.Equal(" twicea order.shipped order.placed", Edge.Execute(project, """
            new DomainEvents.DomainEventPublisher().Publish(new Shop.Sales.OrderPlaced("a"));
            return string.Join(" ", Shop.Sales.Handler.Log, Shop.App.EventTypes.OrderShipped, Shop.Sales.EventTypes.OrderPlaced);
            """));
    }

    [Fact]
    public void Case59_without_the_runtime_the_generator_is_silent() => Assert.Empty(
        GeneratorRunner.Run(new DomainEventGenerator(), TestProject.Create(Shop), GeneratorChecks.BrokenInput).Files);

    [Fact]
    public void Case60_runtime_merged_into_a_reference_does_not_hide_the_referenced_one()
    {
        var merged = Runtimes("internal");

        Assert.Equal("a", Edge.Execute(Edge.Project(Shop).WithLibrary(merged, asImage: true), PublishInShop));
    }

    [Fact]
    public void Case60_two_public_runtimes_are_the_compilers_to_report()
    {
        var result = Edge.Run(Edge.Project(Shop).WithLibrary(Runtimes("public"), asImage: true), GeneratorChecks.BrokenInput);

        Assert.Contains(Edge.Faults(result), static fault => fault.Contains("CS0433", StringComparison.Ordinal));
    }

    private static GeneratorResult Runtimes(string accessibility) => GeneratorRunner.Run(
        [],
        TestProject.Create($$"""
            namespace DomainEvents
            {
                {{accessibility}} sealed class DomainEventAttribute : System.Attribute { }
                {{accessibility}} sealed class DomainEventHandlerAttribute : System.Attribute { }
                {{accessibility}} interface IDomainEvent { }
                {{accessibility}} interface IDomainEventHandler<in T> { void Handle(T domainEvent); }
                {{accessibility}} abstract class DomainEvent : IDomainEvent { }
            }
            """).WithAssemblyName("Merged").WithSuppressed("CS1591"),
        GeneratorChecks.None);

    [Fact]
    public void Case61_conditional_parts_are_those_of_the_compilation() => Assert.Equal("a 0", Edge.Execute(
        Edge.Project("""
            using DomainEvents;
            #if YES
            using System.Collections.Generic;
            #else
            using Nothing;
            #endif
            [DomainEvent] public partial class OrderPlaced
            {
            #if YES
                public string Id { get; }
            #else
                public Missing Id { get; }
            #endif
                public Dictionary<
            #if YES
                    int
            #else
                    string
            #endif
                    , string> Lines { get; }
            }
            #if !YES
            [DomainEvent] public partial class OrderPlaced { }
            #endif
            """).WithSymbols("YES"),
        """var e = new OrderPlaced("a", new System.Collections.Generic.Dictionary<int, string>()); return e.Id + " " + e.Lines.Count;"""));

    [Fact]
    public void Case62_file_given_twice_throws_nothing_and_spares_the_others()
    {
        var result = Edge.Run(Edge.Project(Shop, Shop, "[DomainEvents.DomainEvent] public partial class OrderPaid { }"), GeneratorChecks.BrokenInput);

        Assert.True(result.Has("OrderPaid"));
    }

    [Fact]
    public void Case63_top_level_statements_publish_events_of_their_file()
    {
        var result = Edge.Run(Edge.Project("""
            using DomainEvents;
            new DomainEventPublisher().Publish(new OrderPlaced("x"));
            [DomainEvent] public partial class OrderPlaced { public string Id { get; } }
            public class Handler : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }
            """).AsExecutable());

        Assert.True(result.Has("Pipelines"));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void Case64_output_compiles_in_every_language_version_from_nine(LanguageVersion version) => Assert.Equal("a", Edge.Execute(
        Edge.Project(Shop, """
            using DomainEvents; using System; using System.Threading; using System.Threading.Tasks;
            [DomainEvent] public partial record OrderPaid(string Id, int? N) { }
            [DomainEvent] public abstract partial class Base<T> where T : class { public T Value { get; } public System.DateTime OccurredAt { get; } }
            [DomainEvent("a.b")] public partial class Derived : Base<string> { }
            public class Async : IAsyncDomainEventHandler<OrderPaid> { public ValueTask HandleAsync(OrderPaid e, CancellationToken token) { return default; } }
            public static class Methods { [DomainEventHandler] public static void On(OrderPaid e, IServiceProvider? services = null) { } }
            public partial class Outer { private sealed class Nested : IDomainEventHandler<OrderPaid> { public void Handle(OrderPaid e) { } } }
            """).WithLanguageVersion(version),
        PublishInShop));

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    public void Case64_below_the_floor_nothing_is_generated(LanguageVersion version) => Assert.Empty(
        Edge.Run(Edge.Project(Shop).WithLanguageVersion(version).WithNullable(NullableContextOptions.Disable), GeneratorChecks.BrokenInput).Files);

    [Fact]
    public void Case65_and_66_everything_generated_is_marked_and_documented()
    {
        // Undocumented members would be CS1591, which every run of these tests looks for.
        var result = Edge.Generate(Shop);

        Assert.All(result.Files, static file => Assert.StartsWith("// <auto-generated/>\n", file.Text, StringComparison.Ordinal));
        Assert.Contains("GeneratedCode(", result.Source("EventTypes"), StringComparison.Ordinal);
        Assert.Contains("GeneratedCode(", result.Source("OrderPlaced"), StringComparison.Ordinal);
        Assert.Contains("GeneratedCode(", result.Source("Module"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1st-app")]
    [InlineData("class")]
    [InlineData("Über App.注文")]
    [InlineData("a..b.")]
    [InlineData("DomainEvents.Shop")]
    [InlineData("System")]
    public void Case67_unusual_assembly_names_are_made_into_names(string assembly) =>
        Assert.Equal("a", Edge.Execute(Edge.Project(Shop).WithAssemblyName(assembly), PublishInShop));

    [Theory]
    [InlineData("my-app.9lives.class", "my_app._9lives.@class")]
    [InlineData("Shop", "Shop")]
    [InlineData("Shop.Contracts.Events", "Shop.Contracts.Events")]
    public void Case67_build_property_names_the_namespace_of_the_constants(string value, string name) => Assert.Equal("order.placed", Edge.Execute(
        Edge.Project(Shop).WithBuildProperty("DomainEventsNamespace", value), $"return {name}.EventTypes.OrderPlaced;"));

    [Fact]
    public void Case67_implicit_usings_checked_arithmetic_and_unsafe_change_nothing() => Assert.Equal("a", Edge.Execute(
        Edge.Project(Shop.Replace("using DomainEvents;\n", "", StringComparison.Ordinal)).WithImplicitUsings("DomainEvents").WithCheckedArithmetic().WithUnsafe(), PublishInShop));

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderMoved {")]
    [InlineData("[DomainEvent public partial class OrderMoved { }")]
    [InlineData("[DomainEvent] public partial class OrderMoved<T, { public T Value { get; }")]
    [InlineData("<<<<<<< HEAD\n[DomainEvent] public partial class OrderMoved { }\n=======\n[DomainEvent] public partial class OrderGone { }\n>>>>>>> branch\n")]
    [InlineData("public class Half : IDomainEventHandler<")]
    [InlineData("public static class Half { [DomainEventHandler] public static void On(")]
    [InlineData("[DomainEvent(\"a.")]
    [InlineData("[DomainEvent] public partial record OrderMoved(string Id, int")]
    public void Case70_half_typed_code_throws_nothing_and_spares_other_files(string half)
    {
        var result = Edge.Run(Edge.Project(Shop, "using DomainEvents;\n" + half), GeneratorChecks.NoException | GeneratorChecks.NoDiagnostic | GeneratorChecks.Hints);

        Assert.Contains("public OrderPlaced(", result.Source("OrderPlaced"), StringComparison.Ordinal);
    }

    [Fact]
    public void Case71_cancellation_passes_through()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() =>
            GeneratorRunner.RunUntilCancelled([new DomainEventGenerator()], Edge.Project(Shop), editor: false, source.Token));
    }
}
