using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>Tells events that the code at hand has made from those that it was given: of the latter nobody knows what they tell of.</summary>
internal static class MadeEvents
{
    /// <summary>The creations of the events that are published: the argument itself, elements of it, or what a local of the same function was given.</summary>
    /// <param name="published">The event or the events, as the call gives them.</param>
    /// <param name="function">The operations of the function.</param>
    public static IEnumerable<INamedTypeSymbol> Of(IOperation published, IEnumerable<IOperation> function)
    {
        var value = RuntimeCalls.WithoutConversion(published);
        return value switch
        {
            IObjectCreationOperation { Type: INamedTypeSymbol type } => [type],
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(element => Of(element, function)),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(element => Of(element, function)),
            ILocalReferenceOperation { Local: var local } => AssignedTo(local, function).Select(RuntimeCalls.WithoutConversion)
                .OfType<IObjectCreationOperation>().Select(static creation => creation.Type).OfType<INamedTypeSymbol>(),
            _ => [],
        };
    }

    private static IEnumerable<IOperation> AssignedTo(ILocalSymbol local, IEnumerable<IOperation> function)
    {
        foreach (var operation in function)
        {
            switch (operation)
            {
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when SymbolEqualityComparer.Default.Equals(target.Local, local):
                    yield return assignment.Value;
                    break;
                case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    yield return value;
                    break;
            }
        }
    }
}
