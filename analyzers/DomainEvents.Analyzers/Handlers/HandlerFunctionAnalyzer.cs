using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>
/// What rules about the inside of handlers share. Binding a body costs as much as compiling it, so a rule first looks at the text: a body
/// without any word that it minds is never bound.
/// </summary>
public abstract class HandlerFunctionAnalyzer : DomainEventAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (!ConcernsTests && symbols.IsTestProject)
        {
            return;
        }

        context.RegisterSyntaxNodeAction(AnalyzeMethod, SyntaxKind.MethodDeclaration);
        context.RegisterSyntaxNodeAction(node => AnalyzeSubscription(node, symbols), SyntaxKind.InvocationExpression);
    }

    /// <summary>Whether handlers in test projects are looked at: many of them do on purpose what must not be done.</summary>
    private protected virtual bool ConcernsTests => true;

    /// <summary>Whether options give reason to look closer at a function whose text does not.</summary>
    private protected virtual bool MayConcern(SyntaxNode function, AnalyzerOptions options) => MayConcern(function);

    /// <summary>Whether the text of a function gives reason to look closer.</summary>
    private protected abstract bool MayConcern(SyntaxNode function);

    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, HandlerFunction handler);

    private void AnalyzeMethod(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (HandlerFunction.BodyOf(method) is not null
            && HandlerFunction.MayBeHandler(method)
            && MayConcern(method, context.Options)
            && HandlerFunction.FromMethod(method, context.SemanticModel, context.CancellationToken) is { } handler)
        {
            Analyze(context, handler);
        }
    }

    private void AnalyzeSubscription(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (!CallNames.MaySubscribe(invocation))
        {
            return;
        }

        foreach (var argument in invocation.ArgumentList.Arguments)
        {
            if (argument.Expression is AnonymousFunctionExpressionSyntax lambda
                && MayConcern(lambda, context.Options)
                && context.SemanticModel.GetOperation(invocation, context.CancellationToken) is IInvocationOperation call
                && SubscribeCall.From(call, symbols) is not null
                && HandlerFunction.FromLambda(lambda, context.SemanticModel, context.CancellationToken) is { } handler)
            {
                Analyze(context, handler);
            }
        }
    }
}
