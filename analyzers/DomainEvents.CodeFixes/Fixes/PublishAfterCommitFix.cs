using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1402: moves the publish behind the commit, where both are statements of one block.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublishAfterCommitFix))]
[Shared]
public sealed class PublishAfterCommitFix : DocumentFix
{
    private const string Key = "DomainEvents.PublishAfterCommit";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EarlyPublish];

    // Each move changes what runs when: it is looked at one at a time.
    private protected override bool CanFixAll => false;

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations.Count > 0
            && context.Find<ExpressionStatementSyntax>(diagnostic.Location) is { Parent: BlockSyntax block } publish
            && context.Find<StatementSyntax>(diagnostic.AdditionalLocations[0]) is ExpressionStatementSyntax commit
            && commit.Parent == block
            && commit.SpanStart > publish.SpanStart
            && !publish.ContainsDirectives)
        {
            return Task.FromResult<ImmutableArray<Remedy>>([new Remedy(
                FixTexts.PublishAfterCommit,
                Key,
                editor => editor.ReplaceNode(block, (node, _) => Moved((BlockSyntax)node, block.Statements.IndexOf(publish), block.Statements.IndexOf(commit))))]);
        }

        return Task.FromResult<ImmutableArray<Remedy>>([]);
    }

    private static BlockSyntax Moved(BlockSyntax block, int from, int to)
    {
        var publish = block.Statements[from];
        return block.WithStatements(block.Statements.RemoveAt(from).Insert(to, publish));
    }
}
