using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1313: a lambda that only throws, which the compiler takes for one that returns a task.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingSubscriptionAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ThrowingSubscription];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.Of(invocation)?.Identifier.ValueText == "Subscribe"
            && invocation.ArgumentList.Arguments is { Count: 1 } arguments
            && arguments[0].Expression is AnonymousFunctionExpressionSyntax lambda
            && OnlyThrows(lambda)
            && context.SemanticModel.GetOperation(invocation, context.CancellationToken) is IInvocationOperation operation
            && SubscribeCall.From(operation, symbols) is { EventType: { } eventType }
            && operation.TargetMethod.Parameters[0].Type.Name == "Func")
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ThrowingSubscription, lambda.GetLocation(), eventType.Name));
        }
    }

    private static bool OnlyThrows(AnonymousFunctionExpressionSyntax lambda) =>
        !lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword)
        && (lambda.ExpressionBody is ThrowExpressionSyntax
            || (lambda.Block is { Statements: { Count: > 0 } statements } && statements[statements.Count - 1] is ThrowStatementSyntax
                && !lambda.Block.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
                    .Any(static node => node is ReturnStatementSyntax)));
}
