using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Tells code that attaches one handler to one event again each time it runs.</summary>
internal static class RepeatedCode
{
    /// <summary>Whether the attachment is repeated: in a setter, a method that is called for each thing, or a loop; and no flag keeps it from that.</summary>
    public static bool Is(IEventAssignmentOperation attachment, EventSource source, ISymbol member)
    {
        var syntax = attachment.Syntax;
        if (IsGuarded(syntax))
        {
            return false;
        }

        return IsInSetter(syntax, source, member)
            || (source.Kind is EventSourceKind.Member or EventSourceKind.Injected && IsCalledForEach(member) && !IsAssignedIn(member, source))
            || (source.Kind == EventSourceKind.Unknown && IsContextChange(member) && IsFromContext(source.Root))
            || IsInLoop(attachment, source);
    }

    private static bool IsInSetter(SyntaxNode syntax, EventSource source, ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.PropertySet, IsInitOnly: false }
        && (source.Kind == EventSourceKind.SetterValue
            || (source.Root is IMemberReferenceOperation { Member: var target } && syntax.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is { } accessor
                && accessor.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
                    assignment.Right is IdentifierNameSyntax { Identifier.ValueText: "value" } && NameOf(assignment.Left) == target.Name)));

    private static bool IsCalledForEach(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Ordinary, Name: var name }
        && (name is "OnParametersSet" or "OnParametersSetAsync" or "SetParametersAsync"
            || name.StartsWith("Send", StringComparison.Ordinal)
            || name.StartsWith("Handle", StringComparison.Ordinal)
            || IsContextChange(member));

    private static bool IsContextChange(ISymbol member) => member.Name.IndexOf("DataContextChanged", StringComparison.Ordinal) >= 0;

    /// <summary>Whether the member makes or fetches the publisher itself: then it is another one each time.</summary>
    private static bool IsAssignedIn(ISymbol member, EventSource source) => source.Root is IMemberReferenceOperation { Member: var target }
        && member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => NameOf(assignment.Left) == target.Name));

    private static bool IsFromContext(IOperation? root)
    {
        if (root is not ILocalReferenceOperation { Local: var local })
        {
            return root is IMemberReferenceOperation { Member.Name: "DataContext" };
        }

        return local.DeclaringSyntaxReferences.Any(static reference =>
        {
            var declaration = reference.GetSyntax();
            SyntaxNode? value = declaration switch
            {
                VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
                _ => declaration.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression,
            };
            return value?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(static name => name.Identifier.ValueText is "DataContext" or "NewValue") == true;
        });
    }

    /// <summary>The same handler on the same object: not one of the loop's own, and no handler that is another one each time.</summary>
    private static bool IsInLoop(IEventAssignmentOperation attachment, EventSource source)
    {
        if (source.Kind is not (EventSourceKind.Member or EventSourceKind.Injected or EventSourceKind.Static)
            || (SubscriptionHandler.Target(attachment.HandlerValue) is IAnonymousFunctionOperation function && SubscriptionHandler.Captures(function, static (_, _) => true)))
        {
            return false;
        }

        for (var node = attachment.Syntax.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or CommonForEachStatementSyntax:
                    return !LeavesAfter(attachment.Syntax);
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }

    private static bool LeavesAfter(SyntaxNode syntax) => syntax.FirstAncestorOrSelf<BlockSyntax>()?.Statements
        .Any(statement => statement.SpanStart > syntax.SpanStart && statement is BreakStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax) == true;

    /// <summary>Whether a flag decides: an <c>if</c> around it that asks for a yes or no, or an early return that does.</summary>
    private static bool IsGuarded(SyntaxNode syntax)
    {
        for (var node = syntax.Parent; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if ((node is IfStatementSyntax { Condition: var condition } && IsFlag(condition))
                || (node is BlockSyntax block && block.Statements.Any(statement => statement.SpanStart < syntax.SpanStart
                    && statement is IfStatementSyntax { Condition: var early } && IsFlag(early) && Leaves(statement))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFlag(ExpressionSyntax condition) => condition switch
    {
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => IsFlag(prefix.Operand),
        ParenthesizedExpressionSyntax parenthesized => IsFlag(parenthesized.Expression),
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression) =>
            IsFlag(binary.Left) || IsFlag(binary.Right),
        InvocationExpressionSyntax => true,
        _ => false,
    };

    private static bool Leaves(StatementSyntax statement) =>
        statement.DescendantNodes().Any(static node => node is ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or ThrowStatementSyntax);

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText,
        _ => "",
    };
}
