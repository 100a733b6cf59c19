using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Tells whether anybody can still dispose a subscription after the expression that made it.</summary>
internal static class SubscriptionHandle
{
    /// <summary>Whether the value of an expression is lost: not kept, not returned, and given to nothing that could dispose it.</summary>
    public static bool IsDropped(IOperation value)
    {
        var child = Climb(value);
        switch (child.Parent)
        {
            case IExpressionStatementOperation:
                return true;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return !IsUsing(declarator) && IsNeverUsed(declarator.Symbol, declarator);
            case ISimpleAssignmentOperation { Target: var target } assignment when assignment.Value == child:
                return target is IDiscardOperation || (target is ILocalReferenceOperation local && IsNeverUsed(local.Local, local));
            default:
                return LosesIt(child);
        }
    }

    /// <summary>Whether a use of something that holds a subscription leaves it as it is: a look at it, or an assignment over it.</summary>
    public static bool IsHarmless(IOperation reference)
    {
        var child = reference;
        while (child.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            child = child.Parent;
        }

        return child.Parent switch
        {
            IAssignmentOperation assignment when assignment.Target == child => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            INameOfOperation => true,
            _ => LosesIt(child),
        };
    }

    /// <summary>The outermost expression with the same value.</summary>
    public static IOperation Climb(IOperation value)
    {
        var child = value;
        while (child.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation or ICoalesceOperation
            || (child.Parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            || (child.Parent is IConditionalOperation conditional && conditional.Condition != child))
        {
            child = child.Parent!;
        }

        return child;
    }

    private static bool LosesIt(IOperation child) => child.Parent switch
    {
        IMemberReferenceOperation member => member.Instance == child && member.Member.Name == "IsActive",
        IInvocationOperation call => call.Instance == child && call.TargetMethod.Name is "ToString" or "GetHashCode" or "GetType" or "Equals",
        IConditionalAccessOperation access => access.Operation == child && access.WhenNotNull is IPropertyReferenceOperation { Property.Name: "IsActive" },
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
        IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => true,
        IArgumentOperation argument => IgnoredArgument.Is(argument),
        _ => false,
    };

    private static bool IsUsing(IVariableDeclaratorOperation declarator) =>
        declarator.Parent?.Parent is { Parent: IUsingDeclarationOperation or IUsingOperation } or IUsingDeclarationOperation or IUsingOperation;

    private static bool IsNeverUsed(ILocalSymbol local, IOperation inside)
    {
        if (local.RefKind != RefKind.None || local.IsUsing)
        {
            return false;
        }

        return RuntimeCalls.Root(inside).Descendants().All(operation =>
            operation is not ILocalReferenceOperation reference
            || !SymbolEqualityComparer.Default.Equals(reference.Local, local)
            || IsHarmless(reference));
    }
}
