using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DomainEvents.CodeFixes;

/// <summary>What fixes share that do one thing to the node around the diagnostic.</summary>
/// <typeparam name="TNode">The kind of node.</typeparam>
public abstract class NodeFix<TNode> : DocumentFix
    where TNode : SyntaxNode
{
    /// <summary>What the editor shows.</summary>
    private protected abstract string Title { get; }

    /// <summary>The key of the only action.</summary>
    private protected abstract string Key { get; }

    private protected sealed override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(context.Find<TNode>(diagnostic.Location) is { } found && CanFix(found)
            ? [new Remedy(Title, Key, editor => editor.ReplaceNode(found, (node, _) => Fix((TNode)node, context.LineEnd)))]
            : []);

    /// <summary>Whether the change is sure to work on a node.</summary>
    private protected virtual bool CanFix(TNode node) => true;

    /// <summary>The node after the change.</summary>
    private protected abstract SyntaxNode Fix(TNode node, string lineEnd);
}
