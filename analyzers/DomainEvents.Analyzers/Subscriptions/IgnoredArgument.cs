using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Tells calls that only look at an argument from those that may keep or dispose it.</summary>
internal static class IgnoredArgument
{
    /// <summary>Whether what is called certainly leaves the argument as it is: it is known to, or its text shows it.</summary>
    public static bool Is(IArgumentOperation argument)
    {
        if (argument.Parameter is not { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol method } parameter)
        {
            return false;
        }

        return IsKnown(method) || Ignores(method, parameter);
    }

    private static bool IsKnown(IMethodSymbol method) => method.ContainingType is { Name: var type, ContainingNamespace: { } scope } && scope.ToDisplayString() switch
    {
        "System" => (type is "Console" && method.Name is "Write" or "WriteLine")
            || (type is "GC" && method.Name == "KeepAlive")
            || method.Name == "ThrowIfNull",
        "System.Diagnostics" => type is "Debug" or "Trace",
        _ => false,
    };

    private static bool Ignores(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (method is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true } or { IsExtern: true }
            || method.DeclaringSyntaxReferences.Length != 1
            || parameter.IsParams)
        {
            return false;
        }

        SyntaxNode? body = method.DeclaringSyntaxReferences[0].GetSyntax() switch
        {
            BaseMethodDeclarationSyntax declaration => (SyntaxNode?)declaration.Body ?? declaration.ExpressionBody,
            LocalFunctionStatementSyntax function => (SyntaxNode?)function.Body ?? function.ExpressionBody,
            _ => null,
        };
        return body is not null && body.DescendantNodes().OfType<IdentifierNameSyntax>()
            .All(name => name.Identifier.ValueText != parameter.Name || IsLook(name));
    }

    /// <summary><c>handle.IsActive</c>, a comparison with null, and the member of that name of something else.</summary>
    private static bool IsLook(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == name || access.Name.Identifier.ValueText == "IsActive",
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax } => true,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" }
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ThrowIfNull" },
        _ => false,
    };
}
