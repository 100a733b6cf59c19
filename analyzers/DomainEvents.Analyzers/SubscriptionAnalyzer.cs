using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers;

/// <summary>What rules about calls of the subscribe API share: nothing is bound but what is called like one of its methods.</summary>
public abstract class SubscriptionAnalyzer : DomainEventAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) => context.RegisterSyntaxNodeAction(
        node =>
        {
            var invocation = (InvocationExpressionSyntax)node.Node;
            if (CallNames.MaySubscribe(invocation)
                && node.SemanticModel.GetOperation(invocation, node.CancellationToken) is IInvocationOperation operation
                && SubscribeCall.From(operation, symbols) is { } call)
            {
                Analyze(node, call, symbols);
            }
        },
        SyntaxKind.InvocationExpression);

    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, SubscribeCall call, KnownSymbols symbols);
}
