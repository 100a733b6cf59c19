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
        node is InvocationExpressionSyntax invocation && IsAsynchronous(invocation));

    private protected override void Analyze(SyntaxNodeAnalysisContext context, HandlerFunction handler)
    {
        if (handler.Symbol.Parameters.FirstOrDefault(static parameter => IsToken(parameter.Type)) is not { Name: not "_" } token)
        {
            return;
        }

        foreach (var operation in FunctionOperations.Of(handler, context.CancellationToken))
        {
            if (operation is IInvocationOperation { Syntax: InvocationExpressionSyntax invocation } call
                && IsAsynchronous(invocation)
                && !IsCleanUp(invocation, handler.Syntax)
                && Lacks(call, context) is { } parameter)
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

    private static bool IsAsynchronous(InvocationExpressionSyntax invocation) =>
        CallNames.Of(invocation)?.Identifier.ValueText is { } name && (name.EndsWith("Async", StringComparison.Ordinal) || name == "Delay");

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

    /// <summary>
    /// The parameter that the token is to be named for, empty where it is simply the next one; <see langword="null"/> where the call takes
    /// no token, or has one.
    /// </summary>
    private static string? Lacks(IInvocationOperation call, SyntaxNodeAnalysisContext context)
    {
        var method = call.TargetMethod;
        if (call.Arguments.FirstOrDefault(static argument => IsToken(argument.Parameter?.Type)) is { } given)
        {
            // A default before it, or an argument with a name, leaves no place but a named one.
            return given.ArgumentKind != ArgumentKind.DefaultValue ? null
                : call.Arguments.Any(other => other != given && other.ArgumentKind is ArgumentKind.DefaultValue && other.Parameter?.Ordinal < given.Parameter!.Ordinal)
                    || HasNames(call) ? given.Parameter!.Name
                : "";
        }

        if (method.Parameters.Any(static parameter => IsToken(parameter.Type) || parameter.IsParams)
            || call.Arguments.Any(static argument => argument.ArgumentKind != ArgumentKind.Explicit)
            || HasNames(call))
        {
            return null;
        }

        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.ContainingType.GetMembers(definition.Name).OfType<IMethodSymbol>().Any(candidate => TakesTokenToo(candidate, definition, context)) ? "" : null;
    }

    private static bool TakesTokenToo(IMethodSymbol candidate, IMethodSymbol method, SyntaxNodeAnalysisContext context)
    {
        if (candidate.Parameters.Length != method.Parameters.Length + 1
            || candidate.Arity != method.Arity
            || candidate.IsStatic != method.IsStatic
            || !IsToken(candidate.Parameters[method.Parameters.Length].Type)
            || candidate.ReturnType.ToDisplayString() != method.ReturnType.ToDisplayString()
            || !context.SemanticModel.IsAccessible(context.Node.SpanStart, candidate))
        {
            return false;
        }

        for (var i = 0; i < method.Parameters.Length; i++)
        {
            if (candidate.Parameters[i].Type.ToDisplayString() != method.Parameters[i].Type.ToDisplayString()
                || candidate.Parameters[i].RefKind != method.Parameters[i].RefKind)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasNames(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax invocation && invocation.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null);

    private static bool IsToken(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "CancellationToken", ContainingType: null } named && TaskFacts.IsIn(named, "System", "Threading");
}
