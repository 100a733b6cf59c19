using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>Applies a refactoring at the caret of one source, and expects a text that compiles and that the analyzers are content with.</summary>
public static class RefactoringRunner
{
    /// <summary>Verifies one action, once with line feeds and once with carriage returns before them.</summary>
    /// <param name="setup">The generators that run, and the rules that the result must not displease.</param>
    /// <param name="refactoring">The refactoring.</param>
    /// <param name="before">The source with the caret <c>$$</c>.</param>
    /// <param name="after">The source afterwards.</param>
    public static async Task VerifyAsync(AnalyzerSetup setup, CodeRefactoringProvider refactoring, string before, string after)
    {
        foreach (string newLine in (string[])["\n", "\r\n"])
        {
            string markedBefore = before.ReplaceLineEndings(newLine), expected = after.ReplaceLineEndings(newLine);
            using FixWorkspace workspace = Open(setup, markedBefore, out int caret);
            ImmutableArray<CodeAction> actions = await ActionsAsync(workspace, refactoring, caret).ConfigureAwait(false);
            if (actions is not [CodeAction action])
            {
                throw new RoslynTestException($"Not exactly one action is offered: [{string.Join(", ", actions.Select(static offered => offered.Title))}].");
            }

            TestProject result = await workspace.ApplyAsync(action).ConfigureAwait(false);
            TextComparison.AssertSame(setup.ProjectOf(expected), result);
            await AnalyzerRunner.VerifyAsync(setup, result).ConfigureAwait(false);
        }
    }

    /// <summary>Verifies that nothing is offered at the caret.</summary>
    public static async Task VerifyNotOfferedAsync(AnalyzerSetup setup, CodeRefactoringProvider refactoring, string source)
    {
        using FixWorkspace workspace = Open(setup, source, out int caret);
        ImmutableArray<CodeAction> actions = await ActionsAsync(workspace, refactoring, caret).ConfigureAwait(false);
        if (!actions.IsEmpty)
        {
            throw new RoslynTestException($"Offered: {string.Join(", ", actions.Select(static action => action.Title))}.");
        }
    }

    private static FixWorkspace Open(AnalyzerSetup setup, string source, out int caret)
    {
        MarkedSource marked = SourceMarkup.Parse(source);
        caret = marked.Caret ?? throw new RoslynTestException("The source has no caret: write $$.");
        return FixWorkspace.Open(setup, setup.ProjectOf(marked.Text));
    }

    private static async Task<ImmutableArray<CodeAction>> ActionsAsync(FixWorkspace workspace, CodeRefactoringProvider refactoring, int caret)
    {
        ImmutableArray<CodeAction>.Builder actions = ImmutableArray.CreateBuilder<CodeAction>();
        Document document = workspace.Project.Documents.First();
        var context = new CodeRefactoringContext(document, new TextSpan(caret, 0), actions.Add, CancellationToken.None);
        await refactoring.ComputeRefactoringsAsync(context).ConfigureAwait(false);
        return actions.ToImmutable();
    }
}
