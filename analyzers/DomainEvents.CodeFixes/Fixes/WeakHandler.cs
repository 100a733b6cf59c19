using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Rewrites handlers so that they reach their object through a parameter and hold nothing.</summary>
internal static class WeakHandler
{
    /// <summary>
    /// A static lambda that does what a handler of the object does, with the object in front of its parameters; <see langword="null"/> where
    /// the handler uses anything else from around it, or nothing of the object.
    /// </summary>
    public static ParenthesizedLambdaExpressionSyntax? WithTarget(SubscriptionSite site)
    {
        if (!SubscriptionHandler.HoldsThis(site.Call.Handler) || TargetName(site) is not { } target)
        {
            return null;
        }

        switch (SubscriptionHandler.Target(site.Call.Handler))
        {
            case IMethodReferenceOperation { Syntax: var name, Method: { Parameters.Length: 1 } method }:
                return Forward(target, Name(name), [method.Parameters[0].Name == target ? "domainEvent" : method.Parameters[0].Name]);
            case IAnonymousFunctionOperation function when !SubscriptionHandler.Captures(function, static (_, _) => true):
                var parameter = CSharpIdentifier.Escape(function.Symbol.Parameters[0].Name);
                return Rewrite(site, function, target) is { } body ? Lambda([target, parameter], body, Arrow(function)) : null;
            default:
                return null;
        }
    }

    /// <summary>The same for a handler that has a parameter for its target already, and does not use it.</summary>
    public static ParenthesizedLambdaExpressionSyntax? WithoutClosure(SubscriptionSite site)
    {
        if (!SubscriptionHandler.HoldsThis(site.Call.Handler) || TargetName(site) is not { } fresh)
        {
            return null;
        }

        switch (SubscriptionHandler.Target(site.Call.Handler))
        {
            case IMethodReferenceOperation { Syntax: var name, Method: { Parameters.Length: 2 } method }:
                var names = method.Parameters.Select(static parameter => CSharpIdentifier.Escape(parameter.Name)).ToArray();
                return Forward(names[0], Name(name), names);
            case IAnonymousFunctionOperation { Symbol.Parameters: { Length: 2 } parameters } function when !SubscriptionHandler.Captures(function, static (_, _) => true):
                var target = parameters[0].IsDiscard || parameters[0].Name == "_" ? fresh : CSharpIdentifier.Escape(parameters[0].Name);
                return Rewrite(site, function, target) is { } body ? Lambda([target, CSharpIdentifier.Escape(parameters[1].Name)], body, Arrow(function)) : null;
            default:
                return null;
        }
    }

    private static string? TargetName(SubscriptionSite site)
    {
        var used = new HashSet<string>(
            site.Call.Handler.Syntax.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText),
            StringComparer.Ordinal);
        var name = CSharpIdentifier.ToCamelCase(site.Type.Name);
        return new[] { name, "self", "target" }.FirstOrDefault(candidate => !used.Contains(candidate)) is { } free ? CSharpIdentifier.Escape(free) : null;
    }

    private static SimpleNameSyntax Name(SyntaxNode method) => method switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        SimpleNameSyntax name => name,
        _ => method.DescendantNodes().OfType<SimpleNameSyntax>().Last(),
    };

    private static ParenthesizedLambdaExpressionSyntax Forward(string target, SimpleNameSyntax method, string[] arguments)
    {
        var parameters = arguments.Length == 1 ? [target, arguments[0]] : arguments;
        return Lambda(parameters, SyntaxFactory.ParseExpression($"{target}.{method.WithoutTrivia()}({string.Join(", ", arguments)})"));
    }

    private static SyntaxToken? Arrow(IAnonymousFunctionOperation function) => (function.Syntax as LambdaExpressionSyntax)?.ArrowToken;

    private static ParenthesizedLambdaExpressionSyntax Lambda(string[] parameters, CSharpSyntaxNode body, SyntaxToken? arrow = null)
    {
        var lambda = (ParenthesizedLambdaExpressionSyntax)SyntaxFactory.ParseExpression($"static ({string.Join(", ", parameters)}) => x");
        lambda = lambda.WithArrowToken(arrow ?? lambda.ArrowToken);
        return body is BlockSyntax block ? lambda.WithExpressionBody(null).WithBlock(block) : lambda.WithExpressionBody((ExpressionSyntax)body);
    }

    /// <summary>The body with every use of the object through the parameter; <see langword="null"/> where it calls its base.</summary>
    private static CSharpSyntaxNode? Rewrite(SubscriptionSite site, IAnonymousFunctionOperation function, string target)
    {
        if (function.Syntax is not LambdaExpressionSyntax { AttributeLists.Count: 0 } lambda || lambda.DescendantNodes().Any(static node => node is BaseExpressionSyntax))
        {
            return null;
        }

        var uses = lambda.Body.DescendantNodesAndSelf().Where(node => node is ThisExpressionSyntax
            || (node is SimpleNameSyntax name && IsImplicit(name) && IsOwn(site.Model.GetSymbolInfo(name).Symbol))).ToList();
        return (CSharpSyntaxNode)lambda.Body.ReplaceNodes(uses, (_, node) => node is SimpleNameSyntax name
            ? SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(target), name.WithoutTrivia()).WithTriviaFrom(name)
            : SyntaxFactory.IdentifierName(target).WithTriviaFrom(node));
    }

    private static bool IsImplicit(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or QualifiedNameSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => true,
    };

    private static bool IsOwn(ISymbol? symbol) => symbol is { IsStatic: false, ContainingType: not null }
        && (symbol is IFieldSymbol or IPropertySymbol or IEventSymbol || symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary });
}
