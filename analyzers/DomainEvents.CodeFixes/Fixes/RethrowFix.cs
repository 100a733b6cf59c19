using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1306: throws the caught exception on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RethrowFix))]
[Shared]
public sealed class RethrowFix : DocumentFix
{
    private const string Key = "DomainEvents.Rethrow";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SwallowedException];

    // Whether a failure may be kept from the publisher is a decision about each handler.
    private protected override bool CanFixAll => false;

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            context.Find<CatchClauseSyntax>(diagnostic.Location) is { } clause
                ? [new Remedy(
                    FixTexts.Rethrow,
                    Key,
                    editor => editor.ReplaceNode(clause.Block, (node, _) => Rethrow((BlockSyntax)node, context.LineEnd)))]
                : []);

    private static BlockSyntax Rethrow(BlockSyntax block, string lineEnd)
    {
        var rethrow = SyntaxFactory.ThrowStatement();
        if (block.Statements.Count > 0)
        {
            return block.WithStatements([rethrow.WithTriviaFrom(block.Statements[0])]);
        }

        // What a comment in the block says stays in front of the statement.
        var said = block.CloseBraceToken.LeadingTrivia;
        var open = block.OpenBraceToken;
        return SyntaxFactory.Block(
                open.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia) ? open : open.WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd)),
                [rethrow.WithLeadingTrivia(said).WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd))],
                block.CloseBraceToken.WithLeadingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
