using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Tells calls of the runtime from others that are called alike.</summary>
internal static class RuntimeCalls
{
    /// <summary>Whether a method is one of an interface of the runtime or of its implementation there, or implements one of the interface.</summary>
    public static bool IsOn(IMethodSymbol method, INamedTypeSymbol? contract, INamedTypeSymbol? implementation)
    {
        var type = method.ContainingType;
        if (contract is null || type is null)
        {
            return false;
        }

        if (SymbolEqualityComparer.Default.Equals(type, contract) || SymbolEqualityComparer.Default.Equals(type, implementation))
        {
            return true;
        }

        if (!type.AllInterfaces.Contains(contract, SymbolEqualityComparer.Default))
        {
            return false;
        }

        var called = method.OriginalDefinition;
        return contract.GetMembers(method.Name).Any(member =>
            SymbolEqualityComparer.Default.Equals(type.OriginalDefinition.FindImplementationForInterfaceMember(member)?.OriginalDefinition, called));
    }

    /// <summary>The body of the member that an operation is in.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The operand of conversions and parentheses; a delegate's creation stays.</summary>
    public static IOperation WithoutConversion(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }
}
