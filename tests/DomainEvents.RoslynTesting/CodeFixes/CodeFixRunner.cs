using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.RoslynTesting;

/// <summary>Applies a fix until nothing is left to fix, and compares text, compiler and analyzers before and after.</summary>
public static class CodeFixRunner
{
    /// <summary>Verifies one source against one fix without anything around it.</summary>
    public static Task VerifyAsync<TAnalyzer, TFix>(string before, string after, string? equivalenceKey = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => VerifyAsync(CodeFixSetup.For<TAnalyzer, TFix>(), before, after, equivalenceKey);

    /// <summary>Verifies one source.</summary>
    public static Task VerifyAsync(CodeFixSetup setup, string before, string after, string? equivalenceKey = null) =>
        VerifyAsync(setup, setup.Analyzers.ProjectOf(before), setup.Analyzers.ProjectOf(after), equivalenceKey);

    /// <summary>Verifies a project, once with line feeds and once with carriage returns before them.</summary>
    /// <param name="setup">The fix and its analyzers.</param>
    /// <param name="before">The project with markup for everything that is reported.</param>
    /// <param name="after">The project after all fixes; what is still reported, or no longer compiles, is marked.</param>
    /// <param name="equivalenceKey">Which action to take; not needed where only one is offered.</param>
    public static async Task VerifyAsync(CodeFixSetup setup, TestProject before, TestProject after, string? equivalenceKey = null)
    {
        foreach (string newLine in (string[])["\n", "\r\n"])
        {
            TestProject markedBefore = WithNewLines(before, newLine);
            TestProject markedAfter = WithNewLines(after, newLine);
            await AnalyzerRunner.VerifyAsync(setup.Analyzers, markedBefore).ConfigureAwait(false);
            TestProject result = await FixEachAsync(setup, SourceMarkup.Parse(markedBefore).Project, equivalenceKey).ConfigureAwait(false);
            TextComparison.AssertSame(SourceMarkup.Parse(markedAfter).Project, result);
            await AnalyzerRunner.VerifyAsync(setup.Analyzers, markedAfter).ConfigureAwait(false);
        }
    }

    /// <summary>Verifies the equivalence keys that the fix offers for the first diagnostic; none means that it offers nothing.</summary>
    public static async Task VerifyOfferedAsync(CodeFixSetup setup, string markup, params IReadOnlyCollection<string> equivalenceKeys)
    {
        TestProject marked = setup.Analyzers.ProjectOf(markup);
        await AnalyzerRunner.VerifyAsync(setup.Analyzers, marked).ConfigureAwait(false);
        using FixWorkspace workspace = await FixWorkspace.OpenAsync(setup, SourceMarkup.Parse(marked).Project).ConfigureAwait(false);
        if (workspace.Fixable is not [Diagnostic first, ..])
        {
            throw new RoslynTestException("Nothing that the fix claims is reported here, so whether it is offered was not tested.");
        }

        string?[] offered = [.. (await workspace.ActionsAsync(first).ConfigureAwait(false)).Select(static action => action.EquivalenceKey)];
        if (!offered.SequenceEqual(equivalenceKeys))
        {
            throw new RoslynTestException($"Expected the actions [{string.Join(", ", equivalenceKeys)}], offered are [{string.Join(", ", offered)}].");
        }
    }

    /// <summary>Fixes one diagnostic after the other, the topmost first, until the fix offers nothing more.</summary>
    internal static async Task<TestProject> FixEachAsync(CodeFixSetup setup, TestProject project, string? equivalenceKey, Func<Diagnostic, bool>? within = null)
    {
        int? limit = null;
        for (int round = 0; ; round++)
        {
            using FixWorkspace workspace = await FixWorkspace.OpenAsync(setup, project).ConfigureAwait(false);
            Diagnostic[] open = [.. workspace.Fixable.Where(within ?? (static _ => true))];
            limit ??= open.Length;
            CodeAction? action = await FirstActionAsync(workspace, open, equivalenceKey).ConfigureAwait(false);
            if (action is null)
            {
                return round > 0 ? project : throw new RoslynTestException("The fix offered nothing. Expect that by VerifyOfferedAsync.");
            }

            // Each step must remove what it fixes: as many steps as there were diagnostics are enough.
            if (round >= limit)
            {
                throw new RoslynTestException($"After {round} fixes this is still reported:\n{DiagnosticText.List(open)}");
            }

            TestProject next = await workspace.ApplyAsync(action).ConfigureAwait(false);
            if (next.Files.SequenceEqual(project.Files))
            {
                throw new RoslynTestException($"'{action.Title}' leaves every file as it was.");
            }

            project = next;
        }
    }

    private static async Task<CodeAction?> FirstActionAsync(FixWorkspace workspace, IEnumerable<Diagnostic> diagnostics, string? equivalenceKey)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            ImmutableArray<CodeAction> offered = await workspace.ActionsAsync(diagnostic).ConfigureAwait(false);
            CodeAction[] chosen = [.. offered.Where(action => equivalenceKey is null || action.EquivalenceKey == equivalenceKey)];
            if (chosen.Length > 1)
            {
                throw new RoslynTestException($"Several actions fit, name one: {string.Join(", ", offered.Select(static action => action.EquivalenceKey))}.");
            }

            if (chosen.Length == 1)
            {
                return chosen[0];
            }
        }

        return null;
    }

    private static TestProject WithNewLines(TestProject project, string newLine) => project.WithFiles(project.Files.Select(
        file => file with { Text = file.Text.ReplaceLineEndings("\n").Replace("\n", newLine, StringComparison.Ordinal) }));
}
