using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1511: takes the event out of the pool's care instead of giving it back, or removes a second return.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseAfterReturnFix))]
[Shared]
public sealed class UseAfterReturnFix : DocumentFix
{
    internal const string DetachKey = "DomainEvents.DetachInstead";
    internal const string RemoveKey = "DomainEvents.RemoveReturn";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UseAfterReturn];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<IdentifierNameSyntax>(diagnostic.Location) is not { } use)
        {
            return Task.FromResult(ImmutableArray<Remedy>.Empty);
        }

        // Given back twice: once is enough.
        if (use.Parent is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Return",
                Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Parent: not FinallyClauseSyntax } } second },
            })
        {
            return Task.FromResult<ImmutableArray<Remedy>>(
                [new Remedy(FixTexts.RemoveReturn, RemoveKey, editor => editor.RemoveNode(second, SyntaxRemoveOptions.KeepUnbalancedDirectives))]);
        }

        return Task.FromResult<ImmutableArray<Remedy>>(
            diagnostic.AdditionalLocations.Count > 0
            && context.Find<InvocationExpressionSyntax>(diagnostic.AdditionalLocations[0]) is { Expression: MemberAccessExpressionSyntax { Name: var name } }
                ? [new Remedy(FixTexts.DetachInstead, DetachKey, editor => editor.ReplaceNode(name, static (node, _) => SyntaxFactory.IdentifierName("Detach").WithTriviaFrom(node)))]
                : []);
    }
}
