using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.CodeFixes;

/// <summary>What fixes share whose edits reach beyond the document of the diagnostic. Each is a decision of its own, so none fixes all at once.</summary>
public abstract class SolutionFix : CodeFixProvider
{
    /// <summary>None: what reaches into other files is to be looked at one at a time.</summary>
    public sealed override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await DocumentContext.OpenAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } opened)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FindRemedyAsync(opened, diagnostic, context.CancellationToken).ConfigureAwait(false) is { } remedy)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(remedy.Title, cancellationToken => ApplyAsync(remedy, cancellationToken), remedy.Key), diagnostic);
            }
        }
    }

    /// <summary>The remedy of a diagnostic, where it is sure to work.</summary>
    private protected abstract Task<SolutionRemedy?> FindRemedyAsync(DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken);

    private static async Task<Solution> ApplyAsync(SolutionRemedy remedy, CancellationToken cancellationToken)
    {
        var solution = remedy.Edits[0].Context.Document.Project.Solution;
        foreach (var group in remedy.Edits.GroupBy(static edit => edit.Context.Document.Id))
        {
            var changed = await group.First().Context.ApplyAsync(group.Select(static edit => edit.Edit), cancellationToken).ConfigureAwait(false);
            solution = solution.WithDocumentSyntaxRoot(group.Key, (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!);
        }

        return solution;
    }
}

/// <summary>One action whose edits reach into several documents.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">The same for every diagnostic that the action fixes.</param>
/// <param name="Edits">What to change where; at least one.</param>
internal sealed record SolutionRemedy(string Title, string Key, IReadOnlyList<(DocumentContext Context, Action<SyntaxEditor> Edit)> Edits);
