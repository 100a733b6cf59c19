using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1304: a handler that is async void, so that nobody awaits it and its exceptions end the process.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AsyncVoidHandlerAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.AsyncVoidHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        context.RegisterSyntaxNodeAction(AnalyzeMethod, SyntaxKind.MethodDeclaration);
        context.RegisterSyntaxNodeAction(node => AnalyzeSubscription(node, symbols), SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeMethod(SyntaxNodeAnalysisContext context)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (IsAsyncVoid(method) && HandlerFunction.FromMethod(method, context.SemanticModel, context.CancellationToken) is not null)
        {
            Report(context, method.Identifier.GetLocation(), method.Identifier.ValueText);
        }
    }

    private static bool IsAsyncVoid(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.AsyncKeyword) && method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };

    private static void AnalyzeSubscription(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (!CallNames.MaySubscribe(invocation)
            || !invocation.ArgumentList.Arguments.Any(static argument => MayBeAsyncVoid(argument.Expression))
            || context.SemanticModel.GetOperation(invocation, context.CancellationToken) is not IInvocationOperation operation
            || SubscribeCall.From(operation, symbols) is not { } call)
        {
            return;
        }

        AnalyzeHandler(context, call.Handler is IDelegateCreationOperation creation ? RuntimeCalls.WithoutConversion(creation.Target) : call.Handler);
    }

    /// <summary>A lambda that says async, or a name behind which one may stand.</summary>
    private static bool MayBeAsyncVoid(ExpressionSyntax expression) =>
        expression is not AnonymousFunctionExpressionSyntax lambda || lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);

    private static void AnalyzeHandler(SyntaxNodeAnalysisContext context, IOperation handler)
    {
        switch (handler)
        {
            case IAnonymousFunctionOperation { Symbol: { IsAsync: true, ReturnsVoid: true }, Syntax: AnonymousFunctionExpressionSyntax lambda }:
                Report(context, lambda.AsyncKeyword.GetLocation(), "async");
                break;
            case IMethodReferenceOperation { Method: { IsAsync: true, ReturnsVoid: true } method }:
                Report(context, handler.Syntax.GetLocation(), method.Name);
                break;
            case ILocalReferenceOperation { Local: var local }:
                AnalyzeStored(context, local, CodeAround.Of(handler.Syntax));
                break;
            case IFieldReferenceOperation { Field: var field }:
                AnalyzeStored(context, field, handler.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>());
                break;
        }
    }

    /// <summary>A lambda that was stored before it is passed: what the variable was given, wherever that stands in its scope.</summary>
    private static void AnalyzeStored(SyntaxNodeAnalysisContext context, ISymbol variable, SyntaxNode? scope)
    {
        foreach (var lambda in scope?.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>() ?? [])
        {
            if (lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword)
                && IsValueOf(lambda, variable, context)
                && context.SemanticModel.GetSymbolInfo(lambda, context.CancellationToken).Symbol is IMethodSymbol { ReturnsVoid: true })
            {
                Report(context, lambda.AsyncKeyword.GetLocation(), "async");
            }
        }
    }

    private static bool IsValueOf(AnonymousFunctionExpressionSyntax lambda, ISymbol variable, SyntaxNodeAnalysisContext context) => lambda.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } =>
            declarator.Identifier.ValueText == variable.Name
            && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetDeclaredSymbol(declarator, context.CancellationToken), variable),
        AssignmentExpressionSyntax assignment =>
            assignment.Right == lambda
            && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(assignment.Left, context.CancellationToken).Symbol, variable),
        _ => false,
    };

    private static void Report(SyntaxNodeAnalysisContext context, Location location, string name) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.AsyncVoidHandler, location, name));
}
