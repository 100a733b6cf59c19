using DomainEvents.Generators.Dispatch;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>What the build path does again after an edit, and that nothing but the sources has a say in its text.</summary>
public sealed class IncrementalDispatchTests
{
    private static readonly TestProject s_project = Assemblies.Root(
        "Shop",
        Assemblies.Log,
        "namespace Shop;\n" + Assemblies.Event("Created"),
        "namespace Shop;\n" + Assemblies.Event("Removed"),
        "namespace Shop;\ninternal sealed class H : IDomainEventHandler<Created> { public void Handle(Created e) { /* body */ } }",
        """
        namespace Shop;
        internal static partial class M
        {
            [DomainEventHandler(Order = -1)] internal static void On(Removed e) { }
            [DomainEventHandler] private static void On(Created e) { }
        }
        """).WithHosting();

    private static readonly string[] s_steps = [DispatchSteps.Model, DispatchSteps.Module, DispatchSteps.Nestings, DispatchSteps.Root, DispatchSteps.Pipelines, DispatchSteps.Registration];

    // A body or a comment asks the compilation nothing; a member that is none of ours is asked about, to the same answer.
    [Theory]
    [InlineData("/* body */", "Shop.Log.Add(\"edited\");", IncrementalStepRunReason.Cached)]
    [InlineData("internal sealed class H", "// comment\ninternal sealed class H", IncrementalStepRunReason.Cached)]
    [InlineData("/* body */", "} private void More() { ", IncrementalStepRunReason.Unchanged)]
    public void Edit_that_changes_no_declaration_of_ours_writes_nothing(string before, string after, IncrementalStepRunReason reason)
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project);

        var run = runner.Edit(project => project.Replace(before, after));

        run.Expect(DispatchSteps.Candidates, IncrementalStepRunReason.Cached).Expect(DispatchSteps.Model, reason).ExpectOutputsCached();
    }

    [Fact]
    public void Unrelated_file_writes_nothing()
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project);

        runner.Edit(project => project.WithFile("Other.cs", "internal sealed class Other : IDisposable { public void Dispose() { } }"))
            .Expect(DispatchSteps.Model, IncrementalStepRunReason.Unchanged).ExpectOutputsCached();
    }

    [Theory]
    [InlineData("namespace Shop;\ninternal static partial class M", "namespace Shop;\ninternal abstract partial class M")]
    [InlineData("class H : IDomainEventHandler<Created>", "class H : IDomainEventHandler<Removed>")]
    [InlineData("private static void On(Created e)", "internal static void On(Created e)")]
    [InlineData("Order = -1", "Order = Orders.First")]
    public void Declaration_that_matters_opens_the_gate(string before, string after)
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project.WithFile("Orders.cs", "namespace Shop; internal static class Orders { internal const int First = 7; }"));

        var run = runner.Edit(project => project.Replace(before, after));

        Assert.NotEqual(IncrementalStepRunReason.Cached, Assert.Single(run.Step(DispatchSteps.Inquiry)).Reason);
        Assert.Equal(Fresh(runner.Project), run.Result.AllGeneratedText);
    }

    [Fact]
    public void Constant_in_another_file_opens_the_gate()
    {
        var runner = IncrementalRunner.Start(
            new DispatchOnlyGenerator(),
            s_project.Replace("Order = -1", "Order = Orders.First").WithFile("Orders.cs", "namespace Shop; internal static class Orders { internal const int First = 7; }"));

        var run = runner.Edit(project => project.Replace("First = 7", "First = 8"));

        Assert.Contains("Order = 8,", run.Result.Source("Module"), StringComparison.Ordinal);
    }

    [Fact]
    public void Option_and_reference_open_the_gate()
    {
        var library = Assemblies.Library("Lib", Assemblies.Event("Late")).Run();
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project);

        Assert.Contains("Lib_Module", runner.Edit(project => project.WithLibrary(library, asImage: true)).Result.Source("Root"), StringComparison.Ordinal);
        Assert.False(runner.Edit(project => project.WithBuildProperty("DomainEventsCompositionRoot", "false")).Result.Has("Root"));
        Assert.False(runner.Edit(project => project.WithLanguageVersion(LanguageVersion.CSharp8)).Result.Has("Module"));
        Assert.Contains("\"Renamed\"", runner.Edit(project => project.WithLanguageVersion(LanguageVersion.Latest).WithAssemblyName("Renamed")).Result.Source("Module"), StringComparison.Ordinal);
    }

    [Fact]
    public void Order_of_the_only_handler_changes_no_pipeline()
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project);

        runner.Edit(project => project.Replace("Order = -1", "Order = 1")).ExpectRewritten("Module");
    }

    [Fact]
    public void Form_of_a_handler_rewrites_its_pipelines()
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project);

        runner.Edit(project => project.Replace("On(Removed e)", "On(Removed e, CancellationToken t)")).ExpectRewritten("Module", "Pipelines0");
    }

    [Fact]
    public void New_handler_rewrites_module_and_pipelines_and_not_the_registration()
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project);

        runner.Edit(project => project.WithFile("New.cs", "namespace Shop; internal sealed class A : IDomainEventHandler<Removed> { public void Handle(Removed e) { } }"))
            .ExpectRewritten("HandledBy", "Module", "Pipelines0");
    }

    [Fact]
    public void Editor_asks_the_compilation_nothing()
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project, editor: true);

        var run = runner.Edit(project => project.Replace("/* body */", "Shop.Log.Add(\"edited\");"));

        Assert.DoesNotContain(DispatchSteps.Model, run.Result.Run.Results.SelectMany(result => result.TrackedSteps.Keys));
        run.ExpectOutputsCached();
    }

    [Fact]
    public void Models_hold_nothing_of_the_compiler()
    {
        var run = IncrementalRunner.Start(new DispatchOnlyGenerator(), s_project).Last;

        foreach (var step in s_steps)
        {
            foreach (var output in run.Step(step))
            {
                if (output.Value is not null)
                {
                    ModelGraph.AssertClean(output.Value);
                }
            }
        }
    }

    [Fact]
    public void Text_depends_on_the_sources_alone()
    {
        var expected = s_project.Run().AllGeneratedText;

        Assert.Equal(expected, s_project.WithFiles(s_project.Files.Reverse()).Run().AllGeneratedText);
        Assert.Equal(expected, s_project.WithRoot("/elsewhere/deep/").Run().AllGeneratedText);
        Assert.Equal(expected, s_project.WithFiles(s_project.Files.Select(file => file with { Text = file.Text.Replace("\n", "\r\n", StringComparison.Ordinal) })).Run().AllGeneratedText);
        foreach (var culture in CultureScope.Troublesome)
        {
            Assert.Equal(expected, CultureScope.Run(culture, () => s_project.Run().AllGeneratedText));
        }
    }

    [Fact]
    public void Order_of_references_changes_nothing()
    {
        var one = Assemblies.Library("One", Assemblies.Event("Created")).Run();
        var two = Assemblies.Library("Two", "internal sealed class H : IDomainEventHandler<Created> { public void Handle(Created e) { } }").WithLibrary(one, asImage: true).Run();
        var root = Assemblies.Root("Host", "");

        Assert.Equal(
            root.WithLibrary(one, asImage: true).WithLibrary(two, asImage: true).Run().AllGeneratedText,
            root.WithLibrary(two, asImage: true).WithLibrary(one, asImage: true).Run().AllGeneratedText);
    }

    private static string Fresh(TestProject project) => project.Run(GeneratorChecks.NoException).AllGeneratedText;

    [Fact]
    public void Half_typed_source_breaks_nothing()
    {
        foreach (var source in s_project.Files.Select(file => file.Text).ToList())
        {
            foreach (var typed in SourceTruncations.Of(source))
            {
                var result = Assemblies.Root("Shop", typed, "internal static class Good { [DomainEventHandler] internal static void On(IDomainEvent e) { } }")
                    .Run(GeneratorChecks.NoException | GeneratorChecks.NoDiagnostic | GeneratorChecks.Text | GeneratorChecks.Hints);

                Assert.Contains("Good", result.Source("Module"), StringComparison.Ordinal);
            }
        }
    }
}
