using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.CodeFixes;

/// <summary>
/// What all fixes share: each diagnostic has remedies whose edits stay in its document, and fixing all puts the edits of a document
/// through one editor, because events nest and the edits of several may overlap.
/// </summary>
public abstract class DocumentFix : CodeFixProvider
{
    /// <summary>Whether all diagnostics may be fixed at once: not where each is a decision of its own.</summary>
    private protected virtual bool CanFixAll => true;

    /// <inheritdoc />
    public sealed override FixAllProvider? GetFixAllProvider() => !CanFixAll ? null : FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var cancellationToken = context.CancellationToken;
        if (await DocumentContext.OpenAsync(document, cancellationToken).ConfigureAwait(false) is not { } opened)
        {
            return document;
        }

        var edits = new List<Action<SyntaxEditor>>();
        // From the top, as one would fix them one after the other.
        foreach (var diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            var remedies = await FindRemediesAsync(opened, diagnostic, cancellationToken).ConfigureAwait(false);
            edits.AddRange(remedies.Where(remedy => remedy.Key == context.CodeActionEquivalenceKey).Select(static remedy => remedy.Edit));
        }

        return await opened.ApplyAsync(edits, cancellationToken).ConfigureAwait(false);
    });

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await DocumentContext.OpenAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } opened)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var remedy in await FindRemediesAsync(opened, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(remedy.Title, cancellationToken => opened.ApplyAsync([remedy.Edit], cancellationToken), remedy.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The remedies of a diagnostic: only those that are sure to work here.</summary>
    private protected abstract Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken);
}
