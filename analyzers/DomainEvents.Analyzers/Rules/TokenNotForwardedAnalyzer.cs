using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1308: a handler that gets a token and does not hand it on to a call that would take it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenNotForwardedAnalyzer : HandlerFunctionAnalyzer
{
    /// <summary>The property of a diagnostic that holds the name of the handler's token.</summary>
    internal const string TokenProperty = "Token";

    /// <summary>The property of a diagnostic that holds the name of the parameter, where the argument has to be named.</summary>
    internal const string ParameterProperty = "Parameter";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.TokenNotForwarded];

    private protected override bool MayConcern(SyntaxNode function) => function.DescendantNodes().Any(static node =>
        node is InvocationExpressionSyntax invocation && TokenForwarding.MayTakeToken(invocation));

    private protected override void Analyze(SyntaxNodeAnalysisContext context, HandlerFunction handler)
    {
        if (handler.Symbol.Parameters.FirstOrDefault(static parameter => TaskFacts.IsToken(parameter.Type)) is not { Name: not "_" } token)
        {
            return;
        }

        foreach (var operation in FunctionOperations.Of(handler, context.CancellationToken))
        {
            if (operation is IInvocationOperation { Syntax: InvocationExpressionSyntax invocation } call
                && TokenForwarding.MayTakeToken(invocation)
                && !IsCleanUp(invocation, handler.Syntax)
                && TokenForwarding.Lacks(call, context.SemanticModel) is { } parameter)
            {
                var properties = ImmutableDictionary<string, string?>.Empty.Add(TokenProperty, token.Name);
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.TokenNotForwarded,
                    (CallNames.Of(invocation) ?? (SyntaxNode)invocation).GetLocation(),
                    parameter.Length == 0 ? properties : properties.Add(ParameterProperty, parameter),
                    token.Name,
                    call.TargetMethod.Name));
            }
        }
    }

    /// <summary>What must happen also after a cancellation does not take the token.</summary>
    private static bool IsCleanUp(SyntaxNode node, SyntaxNode function)
    {
        for (var current = node; current is not null && current != function; current = current.Parent)
        {
            if (current is CatchClauseSyntax or FinallyClauseSyntax or LocalFunctionStatementSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
