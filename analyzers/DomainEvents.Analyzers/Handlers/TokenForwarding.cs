using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>Tells the calls that would take a token and have none.</summary>
internal static class TokenForwarding
{
    /// <summary>Whether a call is named like one that can be cancelled.</summary>
    public static bool MayTakeToken(InvocationExpressionSyntax invocation) =>
        CallNames.Of(invocation)?.Identifier.ValueText is { } name && (name.EndsWith("Async", StringComparison.Ordinal) || name == "Delay");

    /// <summary>
    /// The parameter that the token is to be named for, empty where it is simply the next one; <see langword="null"/> where the call takes
    /// no token, or has one.
    /// </summary>
    public static string? Lacks(IInvocationOperation call, SemanticModel model)
    {
        var method = call.TargetMethod;
        if (call.Arguments.FirstOrDefault(static argument => TaskFacts.IsToken(argument.Parameter?.Type)) is { } given)
        {
            // A default before it, or an argument with a name, leaves no place but a named one.
            return given.ArgumentKind != ArgumentKind.DefaultValue ? null
                : call.Arguments.Any(other => other != given && other.ArgumentKind is ArgumentKind.DefaultValue && other.Parameter?.Ordinal < given.Parameter!.Ordinal)
                    || HasNames(call) ? given.Parameter!.Name
                : "";
        }

        if (method.Parameters.Any(static parameter => TaskFacts.IsToken(parameter.Type) || parameter.IsParams)
            || call.Arguments.Any(static argument => argument.ArgumentKind != ArgumentKind.Explicit)
            || HasNames(call))
        {
            return null;
        }

        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        return definition.ContainingType.GetMembers(definition.Name).OfType<IMethodSymbol>()
            .Any(candidate => TakesTokenToo(candidate, definition, isOverload: true, call.Syntax.SpanStart, model))
                ? ""
                : null;
    }

    /// <summary>Whether the method with <c>Async</c> behind the name takes the arguments of a call and a token behind them.</summary>
    public static bool TwinTakesToken(IInvocationOperation call, SemanticModel model)
    {
        var definition = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        return !HasNames(call)
            && call.Arguments.All(static argument => argument.ArgumentKind == ArgumentKind.Explicit)
            && definition.ContainingType.GetMembers(definition.Name + "Async").OfType<IMethodSymbol>()
                .Any(candidate => TakesTokenToo(candidate, definition, isOverload: false, call.Syntax.SpanStart, model));
    }

    private static bool TakesTokenToo(IMethodSymbol candidate, IMethodSymbol method, bool isOverload, int position, SemanticModel model)
    {
        if (candidate.Parameters.Length != method.Parameters.Length + 1
            || candidate.Arity != method.Arity
            || candidate.IsStatic != method.IsStatic
            || !TaskFacts.IsToken(candidate.Parameters[method.Parameters.Length].Type)
            || (isOverload && candidate.ReturnType.ToDisplayString() != method.ReturnType.ToDisplayString())
            || !model.IsAccessible(position, candidate))
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
}
