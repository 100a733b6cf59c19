using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.RoslynTesting;

/// <summary>Fixes everything in a scope at once and expects exactly what fixing one after the other gives.</summary>
public static class FixAllRunner
{
    /// <summary>Verifies every scope that the fix supports; a fix without a provider supports none and fails here.</summary>
    public static async Task VerifyAsync(CodeFixSetup setup, string markup, string? equivalenceKey = null)
    {
        FixAllProvider provider = Provider(setup);
        foreach (FixAllScope scope in provider.GetSupportedFixAllScopes().Where(static scope => scope is not FixAllScope.Custom and not FixAllScope.ContainingMember))
        {
            await VerifyAsync(setup, setup.Analyzers.ProjectOf(markup), scope, equivalenceKey).ConfigureAwait(false);
        }
    }

    /// <summary>Verifies one scope around the first diagnostic of a project, of which at least two diagnostics must be fixable.</summary>
    public static async Task VerifyAsync(CodeFixSetup setup, TestProject marked, FixAllScope scope, string? equivalenceKey = null)
    {
        await AnalyzerRunner.VerifyAsync(setup.Analyzers, marked).ConfigureAwait(false);
        TestProject project = SourceMarkup.Parse(marked).Project;
        using FixWorkspace workspace = await FixWorkspace.OpenAsync(setup, project).ConfigureAwait(false);
        if (workspace.Fixable is not [Diagnostic first, _, ..])
        {
            throw new RoslynTestException("Fixing all needs at least two diagnostics to say anything.");
        }

        Func<Diagnostic, bool> within = Within(scope, first);
        equivalenceKey ??= (await workspace.ActionsAsync(first).ConfigureAwait(false)).SingleOrDefault()?.EquivalenceKey
            ?? throw new RoslynTestException("Not exactly one action is offered, name one.");
        TestProject expected = await CodeFixRunner.FixEachAsync(setup, project, equivalenceKey, within).ConfigureAwait(false);

        var context = new FixAllContext(
            workspace.Document(first), first.Location.SourceSpan, setup.Fix, scope, equivalenceKey,
            setup.Fix.FixableDiagnosticIds, new KnownDiagnostics(workspace.Fixable), CancellationToken.None);
        CodeAction action = await Provider(setup).GetFixAsync(context).ConfigureAwait(false)
            ?? throw new RoslynTestException($"Fixing all in the {scope} offers nothing.");
        try
        {
            TextComparison.AssertSame(expected, await workspace.ApplyAsync(action).ConfigureAwait(false));
        }
        catch (RoslynTestException difference)
        {
            throw new RoslynTestException($"Fixing all in the {scope} differs from fixing one after the other:\n{difference.Message}");
        }
    }

    private static FixAllProvider Provider(CodeFixSetup setup) =>
        setup.Fix.GetFixAllProvider() ?? throw new RoslynTestException($"{setup.Fix.GetType().Name} has no provider for fixing all.");

    private static Func<Diagnostic, bool> Within(FixAllScope scope, Diagnostic first)
    {
        string path = first.Location.SourceTree!.FilePath;
        string? type = TypesAround(first).FirstOrDefault();
        return scope switch
        {
            FixAllScope.Document => diagnostic => diagnostic.Location.SourceTree!.FilePath == path,
            FixAllScope.ContainingType => diagnostic => diagnostic.Location.SourceTree!.FilePath == path && TypesAround(diagnostic).Contains(type),
            FixAllScope.Project or FixAllScope.Solution => static _ => true,
            _ => throw new RoslynTestException($"The scope {scope} is not tested."),
        };
    }

    // From the inside out: a type's scope takes in the types nested in it.
    private static IEnumerable<string> TypesAround(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan)
        .AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().Select(static type => type.Identifier.ValueText);

    private sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());
    }
}
