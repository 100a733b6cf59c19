using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1403: commits at the end of the block that has the unit of work, or removes the call that clears the events.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CommitWorkFix))]
[Shared]
public sealed class CommitWorkFix : DocumentFix
{
    private const string CommitKey = "DomainEvents.CommitWork";
    private const string KeepKey = "DomainEvents.KeepEvents";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UncommittedWork];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<VariableDeclaratorSyntax>(diagnostic.Location) is { } declarator && declarator.Identifier.Span == diagnostic.Location.SourceSpan)
        {
            return Task.FromResult<ImmutableArray<Remedy>>(BlockOf(declarator) is { } block && EndOf(block) is { } end
                ? [new Remedy(FixTexts.CommitWork, CommitKey, editor => editor.ReplaceNode(block, (node, _) => Insert((BlockSyntax)node, end, Commit(declarator, context, cancellationToken))))]
                : []);
        }

        return Task.FromResult<ImmutableArray<Remedy>>(context.Find<ExpressionStatementSyntax>(diagnostic.Location) is { Parent: BlockSyntax } clear
            ? [new Remedy(FixTexts.KeepEvents, KeepKey, editor => editor.RemoveNode(clear, SyntaxRemoveOptions.KeepUnbalancedDirectives))]
            : []);
    }

    /// <summary>The block at whose end the unit of work is disposed of.</summary>
    private static BlockSyntax? BlockOf(VariableDeclaratorSyntax declarator) => declarator.Parent?.Parent switch
    {
        LocalDeclarationStatementSyntax { Parent: BlockSyntax block } => block,
        UsingStatementSyntax { Statement: BlockSyntax block } => block,
        _ => null,
    };

    /// <summary>How many statements of the end stay behind the commit: a return that computes nothing; <see langword="null"/> where the end is not reached.</summary>
    private static int? EndOf(BlockSyntax block) => block.Statements.LastOrDefault() switch
    {
        ReturnStatementSyntax { Expression: null or IdentifierNameSyntax or LiteralExpressionSyntax } => 1,
        ReturnStatementSyntax or ThrowStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or LabeledStatementSyntax => null,
        _ => 0,
    };

    private static BlockSyntax Insert(BlockSyntax block, int behind, StatementSyntax commit) =>
        block.WithStatements(block.Statements.Insert(block.Statements.Count - behind, commit));

    private static ExpressionStatementSyntax Commit(VariableDeclaratorSyntax declarator, DocumentContext context, CancellationToken cancellationToken)
    {
        var awaits = AsyncFunctions.CanAwait(declarator);
        var token = awaits ? AsyncFunctions.TokenAround(declarator, context, cancellationToken) : null;
        ExpressionSyntax call = SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.IdentifierName(declarator.Identifier.WithoutTrivia()),
                SyntaxFactory.IdentifierName(awaits ? "CommitAsync" : "Commit")),
            SyntaxFactory.ArgumentList(token is null ? [] : [SyntaxFactory.Argument(SyntaxFactory.IdentifierName(token))]));
        return SyntaxFactory.ExpressionStatement(awaits ? AsyncFunctions.Await(call) : call)
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(context.LineEnd))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
