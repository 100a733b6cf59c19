using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting;

/// <summary>A generator driver that lives on while a project is edited, and says of each step what it did again.</summary>
public sealed class IncrementalRunner
{
    private readonly ProjectTrees _trees = new();
    private GeneratorDriver _driver;

    private IncrementalRunner(IReadOnlyList<IIncrementalGenerator> generators, TestProject project, bool editor)
    {
        Project = project;
        _driver = GeneratorRunner.CreateDriver(generators, project, _trees, editor, trackSteps: true);
        Last = Run(previous: null);
    }

    /// <summary>The project as it stands.</summary>
    public TestProject Project { get; private set; }

    /// <summary>The latest run.</summary>
    public IncrementalRun Last { get; private set; }

    /// <summary>Makes the first, cold run.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="project">The project before any edit.</param>
    /// <param name="editor">Whether to leave out implementation outputs, as some editors do while one types.</param>
    public static IncrementalRunner Start(IIncrementalGenerator generator, TestProject project, bool editor = false) => new([generator], project, editor);

    /// <summary>Makes the first, cold run of several generators.</summary>
    public static IncrementalRunner Start(IReadOnlyList<IIncrementalGenerator> generators, TestProject project, bool editor = false) => new(generators, project, editor);

    /// <summary>Edits the project and runs again. Files that stay the same keep their syntax trees, as in an editor.</summary>
    public IncrementalRun Edit(Func<TestProject, TestProject> edit)
    {
        TestProject before = Project;
        Project = edit(before);
        if (!Project.ParseOptions.Equals(before.ParseOptions))
        {
            _driver = _driver.WithUpdatedParseOptions(Project.ParseOptions);
        }

        // Only a real change: a new provider with the same content would make every step that reads options run again.
        if (!Project.BuildProperties.SequenceEqual(before.BuildProperties) || Project.EditorConfig != before.EditorConfig)
        {
            _driver = _driver.WithUpdatedAnalyzerConfigOptions(new OptionsProvider(Project));
        }

        if (!Project.AdditionalFiles.SequenceEqual(before.AdditionalFiles))
        {
            _driver = _driver.ReplaceAdditionalTexts(_trees.AdditionalTexts(Project));
        }

        return Last = Run(Last);
    }

    /// <summary>Runs again without an edit.</summary>
    public IncrementalRun Again() => Edit(static project => project);

    private IncrementalRun Run(IncrementalRun? previous)
    {
        CSharpCompilation input = previous?.Result.Project == Project ? previous.Result.Input : _trees.Compile(Project);
        _driver = _driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        var result = new GeneratorResult(Project, input, (CSharpCompilation)output, _driver.GetRunResult());
        OutputChecks.Assert(result, GeneratorChecks.NoException);
        return new IncrementalRun(result, previous);
    }
}
