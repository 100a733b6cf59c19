using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace DomainEvents.CodeFixes;

/// <summary>What all refactorings share: they are offered at a token, and their edits stay in its document. Without the runtime there are none.</summary>
public abstract class DocumentRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc />
    public sealed override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        if (await DocumentContext.OpenAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } opened)
        {
            return;
        }

        // The caret behind a word stands at the next token; a selection may begin there too.
        var position = context.Span.Start;
        var token = opened.Root.FindToken(position);
        if (token.SpanStart == position && position > 0 && context.Span.IsEmpty && opened.Root.FindToken(position - 1) is var before && before.Span.End == position)
        {
            foreach (var remedy in FindRemedies(opened, before, context.CancellationToken))
            {
                Register(context, opened, remedy);
            }
        }

        foreach (var remedy in FindRemedies(opened, token, context.CancellationToken))
        {
            Register(context, opened, remedy);
        }
    }

    /// <summary>What can be done at a token: only what is sure to work here.</summary>
    private protected abstract ImmutableArray<Remedy> FindRemedies(DocumentContext context, SyntaxToken token, CancellationToken cancellationToken);

    private static void Register(CodeRefactoringContext context, DocumentContext opened, Remedy remedy) => context.RegisterRefactoring(
        CodeAction.Create(remedy.Title, cancellationToken => opened.ApplyAsync([remedy.Edit], cancellationToken), remedy.Key));
}
