using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.RoslynTesting;

/// <summary>Build properties and editorconfig keys of a test project, as generators and analyzers see them.</summary>
public sealed class OptionsProvider : AnalyzerConfigOptionsProvider
{
    private readonly AnalyzerConfigSet _configs;

    /// <summary>Reads the options of a project.</summary>
    public OptionsProvider(TestProject project)
    {
        _configs = AnalyzerConfigSet.Create(
            project.EditorConfig.Length == 0
                ? ImmutableArray<AnalyzerConfig>.Empty
                : [AnalyzerConfig.Parse(project.EditorConfig, project.Root + ".editorconfig")]);
        GlobalOptions = new Options(project.BuildProperties.ToImmutableDictionary(
            static pair => "build_property." + pair.Key, static pair => pair.Value, AnalyzerConfigOptions.KeyComparer));
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions { get; }

    /// <summary>Severities that the editorconfig sets, in the form that a compilation takes.</summary>
    public SyntaxTreeOptionsProvider Severities => new TreeSeverities(_configs);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => ForPath(tree.FilePath);

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => ForPath(textFile.Path);

    private Options ForPath(string path) => new(_configs.GetOptionsForSourcePath(path).AnalyzerOptions);

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    private sealed class TreeSeverities(AnalyzerConfigSet configs) : SyntaxTreeOptionsProvider
    {
        // Whether a file counts as generated is for the analyzer driver to find out from its name and header.
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            configs.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
