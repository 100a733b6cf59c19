using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Finds the private member that keeps a subscription, and tells whether its type ever does anything with it.</summary>
internal static class SubscriptionStorage
{
    private static readonly string[] s_fillers = ["Add", "AddLast", "Enqueue", "Push", "TryAdd"];

    /// <summary>The private instance field or property that a subscription is assigned or added to.</summary>
    public static ISymbol? Of(IOperation value)
    {
        var child = SubscriptionHandle.Climb(value);
        return child.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Value == child => Member(assignment.Target),
            ICoalesceAssignmentOperation assignment when assignment.Value == child => Member(assignment.Target),
            IArgumentOperation { Parent: IInvocationOperation { Instance: { } collection } call }
                when s_fillers.Contains(call.TargetMethod.Name) && IsCollection(collection.Type) => Member(collection),
            _ => null,
        };
    }

    /// <summary>Whether nothing in the type reads the member, but to look at it or to put more into it. Told by the name alone, in all parts.</summary>
    public static bool IsNeverUsed(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences.All(reference =>
        reference.GetSyntax().DescendantNodes().OfType<IdentifierNameSyntax>().All(name => name.Identifier.ValueText != member.Name || IsHarmless(name)));

    private static ISymbol? Member(IOperation operation) =>
        RuntimeCalls.WithoutConversion(operation) is IMemberReferenceOperation
        {
            Instance: IInstanceReferenceOperation,
            Member: (IFieldSymbol or IPropertySymbol) and { IsStatic: false, DeclaredAccessibility: Accessibility.Private } member,
        }
            ? member
            : null;

    private static bool IsCollection(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent";

    private static bool IsHarmless(IdentifierNameSyntax name)
    {
        ExpressionSyntax expression = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == name ? access : name;
        return expression.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == expression,
            MemberAccessExpressionSyntax member => member.Expression != expression || IsLook(member.Name),
            ConditionalAccessExpressionSyntax conditional => conditional.Expression == expression
                && conditional.WhenNotNull is MemberBindingExpressionSyntax { Name: var looked } && IsLook(looked),
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression),
            IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax or UnaryPatternSyntax } => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } } => true,
            _ => false,
        };
    }

    private static bool IsLook(SimpleNameSyntax member) =>
        member.Identifier.ValueText is "IsActive" or "Count" || s_fillers.Contains(member.Identifier.ValueText);
}
