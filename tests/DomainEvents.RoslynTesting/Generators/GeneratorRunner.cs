using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting;

/// <summary>Runs generators over a project and checks what every output of ours must fulfil.</summary>
public static class GeneratorRunner
{
    /// <summary>Runs one generator.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="project">The project to run it in.</param>
    /// <param name="checks">What to check.</param>
    /// <param name="editor">Whether to leave out implementation outputs, as some editors do while one types.</param>
    public static GeneratorResult Run(IIncrementalGenerator generator, TestProject project, GeneratorChecks checks = GeneratorChecks.All, bool editor = false) =>
        Run([generator], project, checks, editor);

    /// <summary>Runs several generators side by side, for example ours and the JSON serializer's.</summary>
    public static GeneratorResult Run(
        IReadOnlyList<IIncrementalGenerator> generators, TestProject project, GeneratorChecks checks = GeneratorChecks.All, bool editor = false)
    {
        GeneratorResult result = RunUntilCancelled(generators, project, editor, CancellationToken.None);
        OutputChecks.Assert(result, checks);
        return result;
    }

    /// <summary>Runs without any check; throws when the token is cancelled and the generators let that through, as they must.</summary>
    public static GeneratorResult RunUntilCancelled(
        IReadOnlyList<IIncrementalGenerator> generators, TestProject project, bool editor, CancellationToken cancellationToken)
    {
        var trees = new ProjectTrees();
        CSharpCompilation input = trees.Compile(project);
        GeneratorDriver driver = CreateDriver(generators, project, trees, editor, trackSteps: false)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _, cancellationToken);
        return new GeneratorResult(project, input, (CSharpCompilation)output, driver.GetRunResult());
    }

    internal static GeneratorDriver CreateDriver(
        IReadOnlyList<IIncrementalGenerator> generators, TestProject project, ProjectTrees trees, bool editor, bool trackSteps) =>
        CSharpGeneratorDriver.Create(
            generators.Select(static generator => generator.AsSourceGenerator()),
            trees.AdditionalTexts(project),
            project.ParseOptions,
            new OptionsProvider(project),
            new GeneratorDriverOptions(editor ? IncrementalGeneratorOutputKind.Implementation : IncrementalGeneratorOutputKind.None, trackSteps));
}
