using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.RoslynTesting.Tests;

public class IncrementalRunnerTests
{
    private static readonly TestProject s_project = TestProject.Create("class Alpha;", "class Beta;");

    [Fact]
    public void Edit_of_one_file_is_told_from_what_stayed()
    {
        IncrementalRun run = IncrementalRunner.Start(NamesGenerator(), s_project).Edit(static project => project.WithFile("Source1.cs", "class Gamma;"));

        run.Expect("Names", "Alpha", IncrementalStepRunReason.Unchanged)
            .Expect("Names", "Gamma", IncrementalStepRunReason.Modified)
            .Expect<string>("Names", static name => name == "Gamma", IncrementalStepRunReason.Modified)
            .ExpectReasons("Names", IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged)
            .ExpectRewritten("Gamma");
        Assert.Contains("Names: Modified 1, Unchanged 1\n", run.Table, StringComparison.Ordinal);
        Assert.Throws<RoslynTestException>(() => run.Expect("Names", "Alpha", IncrementalStepRunReason.Modified));
        Assert.Throws<RoslynTestException>(() => run.Expect("Names", IncrementalStepRunReason.Cached));
        Assert.Throws<RoslynTestException>(() => run.Expect("Names", "Delta", IncrementalStepRunReason.Cached));
        Assert.Throws<RoslynTestException>(() => run.ExpectReasons("Names", IncrementalStepRunReason.Modified));
        Assert.Throws<RoslynTestException>(() => run.ExpectRewritten("Alpha"));
        Assert.Throws<RoslynTestException>(() => run.ExpectRewritten());
        Assert.Throws<RoslynTestException>(() => run.ExpectRewritten("Alpha", "Gamma"));
        Assert.Throws<RoslynTestException>(() => run.ExpectOutputsCached());
    }

    [Fact]
    public void Edit_without_effect_on_the_model_keeps_every_output()
    {
        IncrementalRunner runner = IncrementalRunner.Start(NamesGenerator(), s_project);

        runner.Edit(static project => project.Replace("class Beta;", "class Beta { }")).Expect("Names", "Beta", IncrementalStepRunReason.Unchanged).ExpectOutputsCached().ExpectRewritten();
        runner.Again().ExpectOutputsCached().ExpectRewritten();
    }

    [Fact]
    public void Edit_that_changes_a_build_property_or_a_language_version_reaches_the_generator()
    {
        var generator = new DelegatingGenerator(static context => context.RegisterSourceOutput(
            context.AnalyzerConfigOptionsProvider.Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.Colour", out string? colour) ? colour : "none").WithTrackingName("Colour"),
            static (output, colour) => output.AddSource("Made.g.cs", $"// {colour}\n")));
        IncrementalRunner runner = IncrementalRunner.Start(generator, s_project);

        Assert.Equal("// none\n", runner.Last.Result.Source("Made"));
        Assert.Equal("// red\n", runner.Edit(static project => project.WithBuildProperty("Colour", "red")).Result.Source("Made"));
        runner.Edit(static project => project.WithFile("More.cs", "class More;")).Expect("Colour", IncrementalStepRunReason.Cached);
    }

    [Theory]
    [InlineData(IncrementalStepRunReason.Modified)]
    [InlineData(IncrementalStepRunReason.Unchanged)]
    public void Expect_reason_that_only_some_outputs_have_is_red(IncrementalStepRunReason reason)
    {
        IncrementalRun run = IncrementalRunner.Start(NamesGenerator(), s_project).Edit(static project => project.Replace("Beta", "Gamma"));

        Assert.Throws<RoslynTestException>(() => run.Expect("Names", reason));
    }

    [Fact]
    public void Expect_reason_of_a_step_without_outputs_is_red()
    {
        var generator = new DelegatingGenerator(static context => context.RegisterSourceOutput(
            context.ParseOptionsProvider.SelectMany(static (_, _) => System.Collections.Immutable.ImmutableArray<string>.Empty).WithTrackingName("Nothing"), static (_, _) => { }));

        Assert.Throws<RoslynTestException>(() => IncrementalRunner.Start(generator, s_project).Last.Expect("Nothing", IncrementalStepRunReason.New));
    }

    [Fact]
    public void ExpectRewritten_output_that_ran_again_to_the_same_text_is_told_from_one_that_did_not()
    {
        var generator = new DelegatingGenerator(static context => context.RegisterSourceOutput(
            context.AnalyzerConfigOptionsProvider.Select(static (options, _) => options.GlobalOptions.TryGetValue("build_property.Colour", out string? colour) ? colour : "none"),
            static (output, _) => output.AddSource("Made.g.cs", "// always\n")));
        IncrementalRun run = IncrementalRunner.Start(generator, s_project).Edit(static project => project.WithBuildProperty("Colour", "red"));

        run.ExpectRewritten("Made");
        Assert.Throws<RoslynTestException>(() => run.ExpectRewritten());
    }

    [Fact]
    public void Expect_step_that_does_not_exist_is_red() =>
        Assert.Contains("No step is named 'Missing'", Assert.Throws<RoslynTestException>(
            () => IncrementalRunner.Start(NamesGenerator(), s_project).Last.Expect("Missing", IncrementalStepRunReason.New)).Message, StringComparison.Ordinal);

    [Fact]
    public void Start_generator_that_throws_is_red() =>
        Assert.Throws<RoslynTestException>(() => IncrementalRunner.Start(
            new DelegatingGenerator(static context => context.RegisterSourceOutput(context.ParseOptionsProvider, static (_, _) => throw new InvalidOperationException("on purpose"))), s_project));

    private static DelegatingGenerator NamesGenerator() => new(static context => context.RegisterSourceOutput(
        context.SyntaxProvider.CreateSyntaxProvider(
            static (node, _) => node is ClassDeclarationSyntax,
            static (found, _) => ((ClassDeclarationSyntax)found.Node).Identifier.ValueText).WithTrackingName("Names"),
        static (output, name) => output.AddSource($"{name}.g.cs", $"// {name}\n")));
}
