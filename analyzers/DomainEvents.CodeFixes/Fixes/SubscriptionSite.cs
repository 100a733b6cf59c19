using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>A call of the subscribe API in an object's code.</summary>
/// <param name="Call">The call.</param>
/// <param name="Invocation">Its syntax.</param>
/// <param name="Declaration">The part of the type around it.</param>
/// <param name="Type">The type.</param>
/// <param name="Model">The model of the document.</param>
internal sealed record SubscriptionSite(
    SubscribeCall Call, InvocationExpressionSyntax Invocation, TypeDeclarationSyntax Declaration, INamedTypeSymbol Type, SemanticModel Model)
{
    /// <summary>The call with what it is called on: <c>bus?.Subscribe(...)</c>.</summary>
    public ExpressionSyntax Whole
    {
        get
        {
            ExpressionSyntax whole = Invocation;
            while (whole.Parent is ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax)
            {
                whole = (ExpressionSyntax)whole.Parent;
            }

            return whole;
        }
    }

    /// <summary>Whether the handler is an <c>Action</c>: the owned and the weak API take no other.</summary>
    public bool IsSynchronous => Call.Operation.TargetMethod.Parameters.Any(static parameter => parameter.Type.Name == "Action");

    /// <summary>The site of a report, or <see langword="null"/> where there is no object: in static members and outside of classes.</summary>
    public static SubscriptionSite? Find(DocumentContext context, Location location, CancellationToken cancellationToken)
    {
        if (context.Find<ExpressionSyntax>(location)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } invocation
            || invocation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || context.Model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || KnownSymbols.Find(context.Model.Compilation) is not { } symbols
            || context.Model.GetOperation(invocation, cancellationToken) is not IInvocationOperation operation
            || SubscribeCall.From(operation, symbols) is not { } call
            || IsStatic(context.Model.GetEnclosingSymbol(invocation.SpanStart, cancellationToken)))
        {
            return null;
        }

        return new SubscriptionSite(call, invocation, declaration, type, context.Model);
    }

    /// <summary>How another member of the object reaches the publisher, or <see langword="null"/>.</summary>
    public string? PublisherFromOutside()
    {
        switch (PublisherOrigin.Root(Call.Publisher))
        {
            case IMemberReferenceOperation { Instance: IInstanceReferenceOperation } or IMemberReferenceOperation { Member.IsStatic: true }:
                return Receiver();
            case IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } root:
                return parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent is TypeDeclarationSyntax
                    ? Receiver()
                    : root.Syntax.Span == Call.Publisher!.Syntax.Span || Call.Publisher is IConditionalAccessInstanceOperation ? ConstructorAssignment.MemberOf(parameter, Invocation, Type, Model) : null;
            default:
                return null;
        }
    }

    private static bool IsStatic(ISymbol? symbol)
    {
        for (; symbol is IMethodSymbol method; symbol = symbol.ContainingSymbol)
        {
            if (method.IsStatic)
            {
                return true;
            }
        }

        return symbol is null or { IsStatic: true };
    }

    private string? Receiver() => (Invocation.Expression, Whole) switch
    {
        (MemberAccessExpressionSyntax access, _) => access.Expression.WithoutTrivia().ToString(),
        (_, ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax } conditional) => conditional.Expression.WithoutTrivia() + "?",
        _ => null,
    };
}
