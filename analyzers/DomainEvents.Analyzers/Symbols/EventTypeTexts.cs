using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Tells where a text in the code stands for an event type.</summary>
internal static class EventTypeTexts
{
    /// <summary>Whether a text is given for a parameter marked <c>[EventTypeName]</c>, or compared with an event type.</summary>
    public static bool IsUsedAsEventType(IOperation text, KnownSymbols symbols)
    {
        var (child, parent) = Climb(text);
        switch (parent)
        {
            case IArgumentOperation argument:
                return IsMarked(argument.Parameter, symbols) || IsCompared(argument, symbols);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary:
                return IsEventType(binary.LeftOperand == child ? binary.RightOperand : binary.LeftOperand, symbols) && !IsAsserted(binary);
            case ISingleValueCaseClauseOperation { Parent.Parent: ISwitchOperation statement }:
                return IsEventType(statement.Value, symbols);
            case IConstantPatternOperation pattern:
                return IsMatched(pattern, symbols);
            case IInvocationOperation { TargetMethod.Name: "Equals" } invocation when invocation.Instance == child:
                return invocation.Arguments.Any(argument => IsEventType(argument.Value, symbols)) && !IsAsserted(invocation);
            default:
                return false;
        }
    }

    /// <summary>Whether an expression holds an event type: the property of an event or of what the runtime says of one, or a marked parameter.</summary>
    public static bool IsEventType(IOperation operation, KnownSymbols symbols)
    {
        operation = RuntimeCalls.WithoutConversion(operation);
        if (operation is IConditionalAccessOperation conditional)
        {
            operation = RuntimeCalls.WithoutConversion(conditional.WhenNotNull);
        }

        return operation switch
        {
            IPropertyReferenceOperation property => IsEventType(property.Property, property.Instance?.Type, symbols),
            IParameterReferenceOperation parameter => IsMarked(parameter.Parameter, symbols),
            _ => false,
        };
    }

    /// <summary>Whether an expression is the constant of an event type.</summary>
    public static bool IsConstant(IOperation operation) =>
        RuntimeCalls.WithoutConversion(operation) is IFieldReferenceOperation { Field: { HasConstantValue: true } field }
        && RuntimeSymbols.IsGenerated(field.Name == "EventTypeName" ? field : field.ContainingType);

    /// <summary>The nearest parent that says what an expression is for, past conversions, alternatives and the lists of <c>params</c>.</summary>
    public static (IOperation Child, IOperation? Parent) Climb(IOperation operation)
    {
        var child = operation;
        while (child.Parent is IConversionOperation or IParenthesizedOperation or IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation
            || (child.Parent is IConditionalOperation conditional && conditional.Condition != child)
            || (child.Parent is ICoalesceOperation coalesce && coalesce.Value != child))
        {
            child = child.Parent!;
        }

        return (child, child.Parent);
    }

    private static bool IsEventType(IPropertySymbol property, ITypeSymbol? instance, KnownSymbols symbols) =>
        property is { Name: "EventType", Type.SpecialType: SpecialType.System_String }
        && (symbols.IsEvent(property.ContainingType) || symbols.IsEvent(instance) || IsOfRuntime(property.ContainingType.ContainingNamespace));

    private static bool IsOfRuntime(INamespaceSymbol? scope)
    {
        while (scope is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            scope = scope.ContainingNamespace;
        }

        return scope?.Name == "DomainEvents";
    }

    private static bool IsMarked(IParameterSymbol? parameter, KnownSymbols symbols) =>
        parameter is not null
        && KnownSymbols.FindAttribute(parameter.OriginalDefinition, symbols.EventTypeNameAttribute) is not null
        && !KnownSymbols.Is((parameter.ContainingSymbol as IMethodSymbol)?.ContainingType, symbols.Type("System.Attribute"));

    /// <summary><c>string.Equals(e.EventType, "x")</c> and <c>e.EventType.Equals("x")</c>.</summary>
    private static bool IsCompared(IArgumentOperation argument, KnownSymbols symbols) =>
        argument.Parent is IInvocationOperation { TargetMethod: { Name: "Equals", ContainingType.SpecialType: SpecialType.System_String } } call
        && ((call.Instance is not null && IsEventType(call.Instance, symbols))
            || call.Arguments.Any(other => other != argument && IsEventType(other.Value, symbols)))
        && !IsAsserted(call);

    private static bool IsMatched(IOperation pattern, KnownSymbols symbols)
    {
        while (pattern.Parent is IBinaryPatternOperation or INegatedPatternOperation)
        {
            pattern = pattern.Parent;
        }

        return pattern.Parent switch
        {
            IIsPatternOperation match => IsEventType(match.Value, symbols) && !IsAsserted(match),
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => IsEventType(choice.Value, symbols),
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation statement } => IsEventType(statement.Value, symbols),
            IPropertySubpatternOperation { Member: IPropertyReferenceOperation property } => IsEventType(property, symbols),
            _ => false,
        };
    }

    // What a test asserts of an event type is how it is written in messages: the constant would assert nothing.
    private static bool IsAsserted(IOperation comparison)
    {
        for (var parent = comparison.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call && call.TargetMethod.ContainingType is { Name: var name }
                && (name.EndsWith("Assert", StringComparison.Ordinal) || name.EndsWith("Assertions", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
