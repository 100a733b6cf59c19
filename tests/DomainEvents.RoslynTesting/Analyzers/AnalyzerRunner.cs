using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.RoslynTesting;

/// <summary>Runs analyzers over sources whose markup says what must be reported, and compares both ways.</summary>
public static class AnalyzerRunner
{
    /// <summary>Verifies one source against one analyzer without anything around it.</summary>
    public static Task VerifyAsync<TAnalyzer>(string markup, params IReadOnlyList<ExpectedDiagnostic> expected)
        where TAnalyzer : DiagnosticAnalyzer, new() => VerifyAsync(AnalyzerSetup.For<TAnalyzer>(), markup, expected);

    /// <summary>Verifies one source.</summary>
    public static Task VerifyAsync(AnalyzerSetup setup, string markup, params IReadOnlyList<ExpectedDiagnostic> expected) =>
        VerifyAsync(setup, setup.ProjectOf(markup), expected);

    /// <summary>Verifies a project whose files carry markup. Errors of the compiler count too; those that belong there are marked by their ids.</summary>
    public static async Task VerifyAsync(AnalyzerSetup setup, TestProject marked, params IReadOnlyList<ExpectedDiagnostic> expected)
    {
        (TestProject project, IReadOnlyDictionary<string, MarkedSource> markup) = SourceMarkup.Parse(marked);
        Compilation compilation = Compile(setup, project);
        IEnumerable<Diagnostic> found = (await AnalyzeAsync(setup, project, compilation).ConfigureAwait(false)).Concat(CompilerErrors(compilation));
        new DiagnosticComparison(project, markup, setup.Rules, expected).Assert([.. found]);
    }

    /// <summary>What the analyzers report; an analyzer that throws fails the test.</summary>
    public static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(AnalyzerSetup setup, TestProject project) =>
        AnalyzeAsync(setup, project, Compile(setup, project));

    /// <summary>Verifies that a pragma, an attribute and the editorconfig each silence everything that a source makes the analyzers report.</summary>
    public static async Task VerifySuppressibleAsync(AnalyzerSetup setup, string markup)
    {
        TestProject project = SourceMarkup.Parse(setup.ProjectOf(markup)).Project;
        string[] ids = [.. (await AnalyzeAsync(setup, project).ConfigureAwait(false)).Select(static diagnostic => diagnostic.Id).Distinct(StringComparer.Ordinal)];
        if (ids.Length == 0)
        {
            throw new RoslynTestException("The analyzers report nothing here, so nothing can be suppressed.");
        }

        string source = project.File("Source0.cs").Text;
        string attributes = string.Concat(ids.Select(static id => $"[assembly: global::System.Diagnostics.CodeAnalysis.SuppressMessage(\"Test\", \"{id}:Rule\")]\n"));
        (string Means, TestProject Project)[] silenced =
        [
            ("a pragma", project.WithFile("Source0.cs", $"#pragma warning disable {string.Join(", ", ids)}\n{source}")),
            ("an attribute", project.WithFile("Suppressions.cs", attributes)),
            ("the editorconfig", project.WithEditorConfig("[*.cs]\n" + string.Concat(ids.Select(static id => $"dotnet_diagnostic.{id}.severity = none\n")))),
        ];
        foreach ((string means, TestProject silent) in silenced)
        {
            ImmutableArray<Diagnostic> left = await AnalyzeAsync(setup, silent).ConfigureAwait(false);
            if (!left.IsEmpty)
            {
                throw new RoslynTestException($"In spite of {means}:\n{DiagnosticText.List(left)}");
            }
        }
    }

    internal static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(AnalyzerSetup setup, TestProject project, Compilation compilation)
    {
        var options = new AnalyzerOptions(new ProjectTrees().AdditionalTexts(project), new OptionsProvider(project));
        return AnalyzeAsync(setup, compilation, options);
    }

    internal static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(AnalyzerSetup setup, Compilation compilation, AnalyzerOptions options)
    {
        var withAnalyzers = compilation.WithAnalyzers(
            setup.Analyzers,
            new CompilationWithAnalyzersOptions(options, onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false));
        ImmutableArray<Diagnostic> found = await withAnalyzers.GetAnalyzerDiagnosticsAsync().ConfigureAwait(false);
        Diagnostic[] thrown = [.. found.Where(static diagnostic => diagnostic.Id.StartsWith("AD00", StringComparison.Ordinal))];
        return thrown.Length == 0 ? found : throw new RoslynTestException("An analyzer threw:\n" + DiagnosticText.List(thrown));
    }

    internal static IEnumerable<Diagnostic> CompilerErrors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static CSharpCompilation Compile(AnalyzerSetup setup, TestProject project) =>
        GeneratorRunner.Run([.. setup.Generators], project, GeneratorChecks.NoException).Compilation;
}
