using DomainEvents.Analyzers.Handlers;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Where an await may stand, and how a function becomes one that awaits.</summary>
internal static class AsyncFunctions
{
    /// <summary>The function whose body a node stands in, or <see langword="null"/> among top-level statements and in initialisers.</summary>
    public static SyntaxNode? Around(SyntaxNode node) => node.Ancestors().FirstOrDefault(static ancestor =>
        ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);

    /// <summary>Whether an await may stand at a place as the code is now.</summary>
    public static bool CanAwait(SyntaxNode node) => !IsForbidden(node) && Around(node) switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        null => node.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null,
        _ => false,
    };

    /// <summary>
    /// The method around a place, where it returns nothing and can return a task instead: nothing asks for its present shape, because no
    /// base or interface declares it and nobody calls it in the code at hand.
    /// </summary>
    public static async Task<MethodDeclarationSyntax?> FindConvertibleAsync(SyntaxNode node, DocumentContext context, CancellationToken cancellationToken) =>
        !IsForbidden(node)
        && Around(node) is MethodDeclarationSyntax method
        && !method.Modifiers.Any(SyntaxKind.AsyncKeyword)
        && await CanReturnTaskAsync(method, context, cancellationToken).ConfigureAwait(false)
            ? method
            : null;

    /// <summary>Whether a method that returns nothing may return a task: see <see cref="FindConvertibleAsync"/>.</summary>
    public static async Task<bool> CanReturnTaskAsync(MethodDeclarationSyntax method, DocumentContext context, CancellationToken cancellationToken) =>
        method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        && context.Model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
        && IsFree(symbol)
        && !await IsReferencedAsync(symbol, context.Document.Project.Solution, cancellationToken).ConfigureAwait(false);

    /// <summary>The method as one that returns a task: <c>async Task</c>.</summary>
    public static MethodDeclarationSyntax WithTask(MethodDeclarationSyntax method)
    {
        var type = SyntaxFactory.ParseTypeName("global::System.Threading.Tasks.Task")
            .WithTriviaFrom(method.ReturnType)
            .WithAdditionalAnnotations(Simplifier.Annotation);
        if (method.Modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return method.WithReturnType(type);
        }

        var keyword = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return method.Modifiers.Count > 0
            ? method.WithReturnType(type).AddModifiers(keyword)
            : method.WithReturnType(type.WithLeadingTrivia()).WithModifiers([keyword.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia())]);
    }

    /// <summary>The token that the method around a place gets for its own cancellation, or <see langword="null"/>.</summary>
    public static string? TokenAround(SyntaxNode node, DocumentContext context, CancellationToken cancellationToken) =>
        Around(node) is MethodDeclarationSyntax method
        && context.Model.GetDeclaredSymbol(method, cancellationToken)?.Parameters.FirstOrDefault(static parameter => TaskFacts.IsToken(parameter.Type)) is { Name: not "_" } token
            ? token.Name
            : null;

    public static ExpressionSyntax Await(ExpressionSyntax task) =>
        SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia())
            .WithTriviaFrom(task);

    /// <summary>Whether anybody refers to a symbol in the code at hand. What is generated is written anew.</summary>
    public static async Task<bool> IsReferencedAsync(ISymbol symbol, Solution solution, CancellationToken cancellationToken) =>
        (await SymbolFinder.FindReferencesAsync(symbol, solution, cancellationToken).ConfigureAwait(false))
            .SelectMany(static found => found.Locations)
            .Any(static location => !References.IsGenerated(location.Document));

    /// <summary>Whether no await may stand at a place, whatever the function around.</summary>
    public static bool IsForbidden(SyntaxNode node)
    {
        foreach (var ancestor in node.Ancestors())
        {
            switch (ancestor)
            {
                case LockStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax or QueryClauseSyntax or CatchFilterClauseSyntax:
                    return true;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool IsFree(IMethodSymbol method) =>
        method is { IsOverride: false, IsAbstract: false, IsVirtual: false, IsExtern: false, PartialDefinitionPart: null, PartialImplementationPart: null }
        && method.ExplicitInterfaceImplementations.IsEmpty
        && method.Parameters.All(static parameter => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType)
        && !method.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers()).Any(member =>
            SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
