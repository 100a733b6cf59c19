using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>A function that handles events: a method of a handler class, a marked method, or a lambda that is subscribed.</summary>
/// <param name="Syntax">The method or the lambda.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="Model">The semantic model of its file.</param>
/// <param name="Options">What <c>[DomainEventHandler]</c> says; <see langword="null"/> for lambdas, which cannot bear it.</param>
internal sealed record HandlerFunction(SyntaxNode Syntax, IMethodSymbol Symbol, SemanticModel Model, HandlerOptions? Options)
{
    /// <summary>Whether it can await: it is asynchronous, or returns a task that it gets elsewhere.</summary>
    public bool ReturnsTask => Symbol.IsAsync || !Symbol.ReturnsVoid;

    /// <summary>The body, a block or an expression, or <see langword="null"/> while it is missing.</summary>
    public static SyntaxNode? BodyOf(SyntaxNode function) => function switch
    {
        BaseMethodDeclarationSyntax method => (SyntaxNode?)method.Body ?? method.ExpressionBody?.Expression,
        AnonymousFunctionExpressionSyntax lambda => lambda.Body,
        _ => null,
    };

    /// <summary>The handler that a method is. Names are compared first: most methods need not be asked for their symbol.</summary>
    public static HandlerFunction? FromMethod(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken) =>
        MayBeHandler(method)
        && model.GetDeclaredSymbol(method, cancellationToken) is { } symbol
        && OptionsOf(symbol) is { } options
            ? new HandlerFunction(method, symbol, model, options)
            : null;

    /// <summary>The handler that an argument of a subscription is, where it is a lambda.</summary>
    public static HandlerFunction? FromLambda(AnonymousFunctionExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol symbol ? new HandlerFunction(lambda, symbol, model, null) : null;

    /// <summary>What is said of a handler method, or <see langword="null"/> where a method is none.</summary>
    public static HandlerOptions? OptionsOf(IMethodSymbol method)
    {
        if (HandlerOptionsReader.Find(method) is { } attribute)
        {
            return HandlerOptionsReader.OfMethod(attribute, method.ContainingType);
        }

        return HandlerImplementations.IsImplementation(method.ContainingType, method) ? HandlerOptionsReader.OfClass(method.ContainingType) : null;
    }

    /// <summary>Whether a method's name or attributes may make it a handler.</summary>
    public static bool MayBeHandler(MethodDeclarationSyntax method) =>
        method.AttributeLists.Count > 0 || method.Identifier.ValueText is "Handle" or "HandleAsync";
}
