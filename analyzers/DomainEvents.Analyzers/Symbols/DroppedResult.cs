using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Tells whether the task that a call returns is dropped. An assignment, to a discard too, is a decision and no drop.</summary>
internal static class DroppedResult
{
    /// <summary>What stands alone as a statement, or as the body of a function, which may return nothing: told by the text.</summary>
    public static bool MayBe(InvocationExpressionSyntax invocation)
    {
        SyntaxNode node = invocation;
        while (node.Parent is ConditionalAccessExpressionSyntax or ParenthesizedExpressionSyntax || IsReshaped(node))
        {
            node = node.Parent!;
        }

        return node.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax;
    }

    public static bool Is(IOperation operation)
    {
        for (var parent = operation.Parent; ; parent = parent.Parent)
        {
            switch (parent)
            {
                case IExpressionStatementOperation:
                    return true;
                case IConditionalAccessOperation or IConversionOperation or IParenthesizedOperation:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" }:
                    continue;
                default:
                    return false;
            }
        }
    }

    private static bool IsReshaped(SyntaxNode node) => node.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == node && access.Name.Identifier.ValueText is "ConfigureAwait" or "AsTask" or "Preserve",
        InvocationExpressionSyntax call => call.Expression == node
            && node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" or "Preserve" },
        _ => false,
    };
}
