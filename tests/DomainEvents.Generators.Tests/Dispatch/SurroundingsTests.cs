using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Assembly names, aliases, unresolved code, old and missing runtimes: what surrounds events and handlers.</summary>
public sealed class SurroundingsTests
{
    private const string Handler = "internal sealed class H : IDomainEventHandler<Created> { public void Handle(Created domainEvent) => Shop.Log.Add(typeof(H).Assembly.GetName().Name!); }";

    [Theory]
    [InlineData("Shop.Orders", "Shop_Orders_Module")]
    [InlineData("Shop-Orders", "Shop_Orders_eb453e5c_Module")]
    [InlineData("Shop_Orders", "Shop_Orders_07480f3a_Module")]
    [InlineData("Shop Orders", "Shop_Orders_6a9226c9_Module")]
    [InlineData("2Shop", "_2Shop_Module")]
    [InlineData("Größe.注文", "Gr__e____abcebc24_Module")]
    [InlineData("class", "class_Module")]
    public void Module_is_named_after_any_assembly_name(string assembly, string expected)
    {
        var module = Assemblies.Library(assembly, Assemblies.Log, Assemblies.Event("Created"), Handler).Run().Source("Module");

        Assert.Contains($"class {expected} :", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Modules_of_assemblies_with_similar_names_stand_side_by_side()
    {
        var events = Assemblies.Library("Shop", Assemblies.Log, Assemblies.Event("Created")).Run();
        var root = Assemblies.Root("Host", Assemblies.Script("using var publisher = new DomainEventPublisher(); publisher.Publish(new Created()); return Shop.Log.Take();"))
            .WithLibrary(events, asImage: true);
        foreach (var name in (string[])["Shop.A", "Shop-A", "Shop_A", "Shop A"])
        {
            root = root.WithLibrary(Assemblies.Library(name, Handler).WithLibrary(events, asImage: true).Run(), asImage: true);
        }

        Assert.Equal("Shop A Shop-A Shop.A Shop_A", GeneratorExecution.Call(root.Run(), "Script", "Run"));
    }

    [Theory]
    [InlineData("using Marked = DomainEvents.DomainEventAttribute; using Reacts = DomainEvents.DomainEventHandlerAttribute;")]
    [InlineData("global using Marked = DomainEvents.DomainEventAttribute; global using Reacts = DomainEvents.DomainEventHandlerAttribute;")]
    public void Aliased_attributes_are_seen(string usings)
    {
        var module = Assemblies.Library("Shop", usings + Assemblies.Event("Created").Replace("[global::DomainEvents.DomainEvent(", "[Marked(", StringComparison.Ordinal)
            + "internal static class H { [Reacts] internal static void On(Created e) { } }").Run().Source("Module");

        Assert.Contains("ModuleEvents", module, StringComparison.Ordinal);
        Assert.Contains("Invoke0", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Marked_event_counts_before_it_shows_the_interface()
    {
        const string Completion = "partial class Created : global::DomainEvents.DomainEvent { /// <summary>What.</summary>\npublic override string EventType => \"shop.created\"; }";
        var project = Assemblies.Root("Shop", "/// <summary>An event.</summary>\n[DomainEvent] public sealed partial class Created;", """
            internal sealed class H : IDomainEventHandler<Created> { public void Handle(Created e) { } }
            internal sealed class All : IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent e) { } }
            internal sealed class Bases : IDomainEventHandler<DomainEvent> { public void Handle(DomainEvent e) { } }
            internal static class M { [DomainEventHandler] internal static void On(Created e) { } }
            """);

        var result = GeneratorRunner.Run([new DispatchOnlyGenerator(), new FixedOutput(Completion)], project);

        // H and M exactly, then the base that the typing path adds, then the interface.
        Assert.Contains("typeof(global::Created), new int[] { 0, 2, 0, 3, 0, 1, 0, 0 }", result.Source("Pipelines0"), StringComparison.Ordinal);
    }

    [Fact]
    public void Attributes_and_interfaces_of_the_same_name_elsewhere_are_not_ours()
    {
        var result = Assemblies.Library("Shop", """
            namespace Other
            {
                internal sealed class DomainEventAttribute : Attribute;
                internal interface IDomainEventHandler<T> { void Handle(T e); }
                [DomainEvent] internal sealed class Created;
                internal sealed class H : IDomainEventHandler<Created> { public void Handle(Created e) { } }
            }
            """).Run();

        Assert.Empty(result.Hints);
    }

    [Theory]
    [InlineData("internal sealed class H : IDomainEventHandler<Missing> { public void Handle(Missing e) { } }")]
    [InlineData("internal static class M { [DomainEventHandler] internal static void On(Missing e) { } }")]
    [InlineData("internal static class M { [DomainEventHandler] internal static void On(Created e, Missing service) { } }")]
    [InlineData("internal sealed class H : IDomainEventHandler<string> { public void Handle(string e) { } }")]
    [InlineData("internal sealed class H : IDomainEventHandler< { }")]
    public void Handler_of_something_unresolved_is_skipped_quietly(string handler)
    {
        var result = Assemblies.Root("Shop", Assemblies.Event("Created"), handler, "internal sealed class Good : IDomainEventHandler<Created> { public void Handle(Created e) { } }")
            .Run(GeneratorChecks.BrokenInput);

        Assert.Contains("\"Good\"", result.Source("Module"), StringComparison.Ordinal);
        Assert.DoesNotContain("Missing", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.DoesNotContain(
            result.Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
    }

    [Fact]
    public void Handler_whose_base_another_generator_writes_is_kept()
    {
        var project = Assemblies.Root("Shop", Assemblies.Event("Created"), "internal sealed class H : WrittenLater, IDomainEventHandler<Created> { public void Handle(Created e) { } }");

        var result = GeneratorRunner.Run([new DispatchOnlyGenerator(), new FixedOutput("internal abstract class WrittenLater { }")], project);

        Assert.Contains("Invoke0", result.Source("Module"), StringComparison.Ordinal);
    }

    [Fact]
    public void Project_without_the_runtime_gets_nothing() =>
        Assert.Empty(TestProject.Create("[System.Obsolete] public class C : System.IDisposable { public void Dispose() { } }")
            .WithBuildProperty("DomainEventsCompositionRoot", "true").Run(GeneratorChecks.BrokenInput).Hints);

    [Theory]
    [InlineData("[Obsolete]")]
    [InlineData("[Obsolete(\"no\")]")]
    [InlineData("[Obsolete(\"no\", true)]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"SHOP001\")]")]
    public void Warnings_of_the_users_own_types_are_not_repeated(string attribute)
    {
        var project = Assemblies.Root("Shop", Assemblies.Event("Created").Replace("[global", attribute + " [global", StringComparison.Ordinal), $$"""
            {{attribute}} internal sealed class H : IDomainEventHandler<Created> { public void Handle(Created e) { } }
            {{attribute}} internal static class M { [DomainEventHandler] internal static void On(Created e) { } }
            """);

        var result = project.Run(GeneratorChecks.All & ~GeneratorChecks.Compiles);

        Assert.DoesNotContain(
            result.Compilation.GetDiagnostics(TestContext.Current.CancellationToken),
            diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Fact]
    public void Type_that_two_references_have_gets_no_pipeline_and_its_handlers_still_run()
    {
        var linked = Assemblies.Event("Created", "internal sealed").Replace("internal sealed", "public sealed", StringComparison.Ordinal);
        var one = Assemblies.Library("Shop.One", Assemblies.Log, linked, Handler, """
            /// <summary>Publishes.</summary>
            public static class One
            {
                /// <summary>Publishes.</summary>
                public static void Publish(IDomainEventPublisher publisher) => publisher.Publish(new Created());
            }
            """).Run();
        var two = Assemblies.Library("Shop.Two", linked).Run();

        var root = Assemblies.Root("Host", Assemblies.Script("using var publisher = new DomainEventPublisher(); One.Publish(publisher); return Shop.Log.Take();"))
            .WithLibrary(one, asImage: true).WithLibrary(two, asImage: true).Run();

        Assert.False(root.Has("Pipelines"));
        Assert.Equal("Shop.One", GeneratorExecution.Call(root, "Script", "Run"));
    }

    [Fact]
    public void Reference_under_an_extern_alias_alone_is_left_to_announce_itself()
    {
        var library = Assemblies.Library("Shop.One", Assemblies.Log, Assemblies.Event("Created"), Handler).Run();

        var root = Assemblies.Root("Host", "extern alias one;\ninternal sealed class C : IDomainEventHandler<one::Created> { public void Handle(one::Created e) { } }")
            .WithLibrary(library, asImage: true, externAlias: "one").Run();

        Assert.DoesNotContain("Shop_One", root.AllGeneratedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.Preview)]
    public void Output_compiles_in_each_language_version(LanguageVersion version)
    {
        var project = TestProject.Create("using DomainEvents; using System;\n" + Assemblies.Event("Created"), "using DomainEvents;\ninternal sealed class H : IDomainEventHandler<Created> { public void Handle(Created e) { } }")
            .WithLanguageVersion(version).WithReferences(typeof(IDomainEvent).Assembly).WithHosting()
            .WithDocumentation().WithBuildProperty("DomainEventsCompositionRoot", "true").WithSuppressed("CS8019");

        Assert.True(project.Run().Has("Pipelines0"));
    }

    private sealed class FixedOutput(string text) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (output, _) => output.AddSource("Fixed.g.cs", text + "\n"));
    }
}
