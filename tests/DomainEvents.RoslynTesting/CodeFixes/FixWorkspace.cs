using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>A test project opened as an editor opens it: documents, generated files beside them, and what the analyzers report.</summary>
internal sealed class FixWorkspace : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly AnalyzerSetup _analyzers;
    private readonly CodeFixProvider? _fix;
    private readonly TestProject _source;
    private readonly ProjectId _projectId = ProjectId.CreateNewId();

    private FixWorkspace(AnalyzerSetup analyzers, CodeFixProvider? fix, TestProject source)
    {
        _analyzers = analyzers;
        _fix = fix;
        _source = source;
        Solution = Open();
    }

    public Solution Solution { get; }

    public Project Project => Solution.GetProject(_projectId)!;

    /// <summary>The diagnostics that the fix claims, from the top of the first file to the bottom of the last.</summary>
    public ImmutableArray<Diagnostic> Fixable { get; private set; } = [];

    /// <summary>Opens a project without asking for diagnostics.</summary>
    public static FixWorkspace Open(AnalyzerSetup analyzers, TestProject source) => new(analyzers, null, source);

    public static async Task<FixWorkspace> OpenAsync(CodeFixSetup setup, TestProject source)
    {
        var workspace = new FixWorkspace(setup.Analyzers, setup.Fix, source);
        Compilation compilation = (await workspace.Project.GetCompilationAsync().ConfigureAwait(false))!;
        var options = new AnalyzerOptions(new ProjectTrees().AdditionalTexts(source), new OptionsProvider(source));
        IEnumerable<Diagnostic> found = await AnalyzerRunner.AnalyzeAsync(setup.Analyzers, compilation, options).ConfigureAwait(false);

        // A fix may also claim an error of the compiler itself.
        workspace.Fixable = [.. found.Concat(AnalyzerRunner.CompilerErrors(compilation))
            .Where(diagnostic => setup.Fix.FixableDiagnosticIds.Contains(diagnostic.Id) && diagnostic.Location.IsInSource)
            .OrderBy(static diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
        return workspace;
    }

    /// <summary>The actions that the fix offers for a diagnostic.</summary>
    public async Task<ImmutableArray<CodeAction>> ActionsAsync(Diagnostic diagnostic)
    {
        ImmutableArray<CodeAction>.Builder actions = ImmutableArray.CreateBuilder<CodeAction>();
        var context = new CodeFixContext(Document(diagnostic), diagnostic, (action, _) => actions.Add(action), CancellationToken.None);
        await _fix!.RegisterCodeFixesAsync(context).ConfigureAwait(false);
        return actions.ToImmutable();
    }

    public Document Document(Diagnostic diagnostic) =>
        Solution.GetDocument(diagnostic.Location.SourceTree) ?? throw new RoslynTestException("The fixed diagnostic lies in no document:\n" + DiagnosticText.Show(diagnostic));

    /// <summary>The project as it stands after an action.</summary>
    public async Task<TestProject> ApplyAsync(CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None).ConfigureAwait(false);
        Solution changed = operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution
            ?? throw new RoslynTestException($"'{action.Title}' changes nothing.");
        List<SourceFile> files = [];
        foreach (Document document in changed.GetProject(_projectId)!.Documents.Where(static document => !document.Folders.Contains("generated")))
        {
            string path = document.FilePath is { } full && full.StartsWith(_source.Root, StringComparison.Ordinal) ? full[_source.Root.Length..] : document.Name;
            files.Add(new SourceFile(path, (await document.GetTextAsync().ConfigureAwait(false)).ToString()));
        }

        return _source.WithFiles(files);
    }

    public void Dispose() => _workspace.Dispose();

    private Solution Open()
    {
        GeneratorResult generated = GeneratorRunner.Run([.. _analyzers.Generators], _source, GeneratorChecks.NoException);
        Solution solution = _workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                _projectId, VersionStamp.Default, _source.AssemblyName, _source.AssemblyName, LanguageNames.CSharp,
                compilationOptions: generated.Input.Options,
                parseOptions: _source.ParseOptions,
                metadataReferences: generated.Input.References));
        foreach (SourceFile file in _source.Files)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(_projectId), file.Path, SourceText.From(file.Text), filePath: _source.Root + file.Path);
        }

        foreach (GeneratedFile file in generated.Files)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(_projectId), file.Hint, file.SourceText, ["generated"], filePath: "/generated/" + file.Hint);
        }

        bool carriageReturns = _source.Files.Any(static file => file.Text.Contains("\r\n", StringComparison.Ordinal));
        return solution.WithOptions(solution.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, carriageReturns ? "\r\n" : "\n"));
    }
}
