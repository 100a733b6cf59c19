using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1402 and DEVT1404: has the event raised, by the unit of work at hand or by the object itself, so that the commit publishes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RaiseInsteadFix))]
[Shared]
public sealed class RaiseInsteadFix : DocumentFix
{
    private const string Key = "DomainEvents.RaiseInstead";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EarlyPublish, DiagnosticIds.DurablePublish];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<InvocationExpressionSyntax>(diagnostic.Location) is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Publish" or "PublishAsync" } } call
            && call.ArgumentList.Arguments.FirstOrDefault() is { NameColon: null, Expression: var domainEvent }
            && Statement(call) is { } expression
            && (expression == call || AwaitsElsewhere(expression))
            && UnitsInScope.FindRaise(call, context.Model) is { } raise)
        {
            var raised = SyntaxFactory.InvocationExpression(
                raise, SyntaxFactory.ArgumentList([SyntaxFactory.Argument(domainEvent.WithoutTrivia())]));
            return Task.FromResult<ImmutableArray<Remedy>>([new Remedy(
                FixTexts.RaiseInstead,
                Key,
                editor => editor.ReplaceNode(expression, (node, _) => raised.WithTriviaFrom(node)))]);
        }

        return Task.FromResult<ImmutableArray<Remedy>>([]);
    }

    /// <summary>The whole of a statement that does nothing but publish: the call, awaited or not.</summary>
    private static ExpressionSyntax? Statement(InvocationExpressionSyntax call)
    {
        ExpressionSyntax expression = call;
        if (call.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured })
        {
            expression = configured;
        }

        if (expression.Parent is AwaitExpressionSyntax wait)
        {
            expression = wait;
        }

        return expression.Parent is ExpressionStatementSyntax && (expression == call || expression is AwaitExpressionSyntax) ? expression : null;
    }

    /// <summary>Whether the function still awaits something: the compiler warns of an asynchronous one that does not.</summary>
    private static bool AwaitsElsewhere(ExpressionSyntax awaited) => AsyncFunctions.Around(awaited)?.DescendantNodes().Any(node =>
        node != awaited
        && AsyncFunctions.Around(node) == AsyncFunctions.Around(awaited)
        && (node is AwaitExpressionSyntax
            || (node is LocalDeclarationStatementSyntax local && local.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            || (node is UsingStatementSyntax block && block.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            || (node is CommonForEachStatementSyntax loop && loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)))) != false;
}
