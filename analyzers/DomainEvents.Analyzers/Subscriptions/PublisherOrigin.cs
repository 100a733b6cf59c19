using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Tells whether a publisher lives no longer than the code that subscribes: made in the same member or by the same object.</summary>
internal static class PublisherOrigin
{
    private const int LongestChain = 6;

    private static readonly HashSet<string> s_endings = new(StringComparer.Ordinal)
    {
        "Abort", "Close", "CloseAsync", "Dispose", "DisposeAsync", "Kill", "Shutdown", "ShutdownAsync", "Stop", "StopAsync", "Terminate",
    };

    public static bool IsOwned(IOperation? publisher, INamedTypeSymbol? subscriber) => IsOwned(publisher, subscriber, 0);

    /// <summary>What a chain of members begins with: <c>_host</c> of <c>_host.Services.Bus</c>.</summary>
    public static IOperation? Root(IOperation? operation)
    {
        while (operation is not null)
        {
            operation = RuntimeCalls.WithoutConversion(operation);
            var next = operation switch
            {
                IMemberReferenceOperation { Instance: { } instance } when instance is not IInstanceReferenceOperation => instance,
                IInvocationOperation { Instance: { } instance } when instance is not IInstanceReferenceOperation => instance,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: { Length: > 0 } arguments } => arguments[0].Value,
                IConditionalAccessInstanceOperation => Receiver(operation),
                _ => null,
            };
            if (next is null)
            {
                return operation;
            }

            operation = next;
        }

        return null;
    }

    /// <summary>Whether any part of a type creates what a member of it holds, or ends it: disposes, closes or stops it.</summary>
    public static bool IsMadeOrEndedBy(INamedTypeSymbol type, string member)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            foreach (var node in reference.GetSyntax().DescendantNodes())
            {
                if (node switch
                {
                    AssignmentExpressionSyntax assignment => NameOf(assignment.Left) == member && IsCreation(assignment.Right),
                    VariableDeclaratorSyntax declarator => declarator.Identifier.ValueText == member && declarator.Initializer is { Value: var value } && IsCreation(value),
                    PropertyDeclarationSyntax property => property.Identifier.ValueText == member
                        && (property.Initializer?.Value ?? property.ExpressionBody?.Expression) is { } made && IsCreation(made),
                    MemberAccessExpressionSyntax { Name.Identifier.ValueText: var called } access => s_endings.Contains(called) && NameOf(access.Expression) == member,
                    ConditionalAccessExpressionSyntax
                    {
                        WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var called } },
                    } access => s_endings.Contains(called) && NameOf(access.Expression) == member,
                    _ => false,
                })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOwned(IOperation? publisher, INamedTypeSymbol? subscriber, int depth)
    {
        if (depth > LongestChain)
        {
            return true;
        }

        switch (Root(publisher))
        {
            case null or IInstanceReferenceOperation or IObjectCreationOperation:
                return true;
            case ILocalReferenceOperation local:
                return IsMadeHere(local, subscriber, depth);
            case IMemberReferenceOperation { Member: { IsStatic: false } member, Instance: IInstanceReferenceOperation }:
                return subscriber is not null && IsMadeOrEndedBy(subscriber, member.Name);
            case IInvocationOperation call:
                return IsFactory(call.TargetMethod.Name);
            default:
                return false;
        }
    }

    private static bool IsMadeHere(ILocalReferenceOperation reference, INamedTypeSymbol? subscriber, int depth)
    {
        foreach (var operation in RuntimeCalls.Root(reference).Descendants())
        {
            var value = operation switch
            {
                IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local) =>
                    declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value,
                ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment
                    when SymbolEqualityComparer.Default.Equals(target.Local, reference.Local) => assignment.Value,
                _ => null,
            };
            if (value is not null && IsOwned(value, subscriber, depth + 1))
            {
                return true;
            }
        }

        return reference.Local.IsUsing;
    }

    private static bool IsFactory(string method) =>
        method.StartsWith("Create", StringComparison.Ordinal) || method.StartsWith("Build", StringComparison.Ordinal) || method.StartsWith("New", StringComparison.Ordinal);

    private static bool IsCreation(ExpressionSyntax value) => value switch
    {
        BaseObjectCreationExpressionSyntax => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression) && IsCreation(binary.Right),
        AwaitExpressionSyntax wait => IsCreation(wait.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => IsFactory(name),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: var name } } => IsFactory(name),
        AssignmentExpressionSyntax assignment => IsCreation(assignment.Right),
        _ => false,
    };

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax postfix => NameOf(postfix.Operand),
        _ => null,
    };

    private static IOperation? Receiver(IOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull.Syntax.Span.Contains(instance.Syntax.Span))
            {
                return access.Operation;
            }
        }

        return null;
    }
}
