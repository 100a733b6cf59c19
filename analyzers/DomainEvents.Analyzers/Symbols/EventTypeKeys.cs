using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>
/// The collections of one type that event types are looked up in, and the texts that are put into them. Safe for use by several
/// threads.
/// </summary>
internal sealed class EventTypeKeys
{
    private readonly ConcurrentDictionary<ISymbol, bool> _keyed = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentQueue<(ISymbol Collection, IOperation Text)> _texts = new();

    /// <summary>The texts in collections that at least one event type is looked up in or put into.</summary>
    public IEnumerable<IOperation> Found => _texts.Where(text => _keyed.ContainsKey(text.Collection)).Select(static text => text.Text);

    /// <summary>Takes note of a text, or of an expression that holds an event type.</summary>
    public void Add(IOperation key, bool isEventType)
    {
        if (FindCollection(key) is not { } collection)
        {
            return;
        }

        if (isEventType)
        {
            _keyed.TryAdd(collection, true);
        }
        else
        {
            _texts.Enqueue((collection, key));
        }
    }

    /// <summary>The collection that an expression is a key of.</summary>
    private static ISymbol? FindCollection(IOperation key)
    {
        var child = key;
        while (child.Parent is IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation)
        {
            child = child.Parent;
        }

        if (child.Parent is not IArgumentOperation { Parameter.Ordinal: 0 } argument)
        {
            return child.Parent is IArrayInitializerOperation or ICollectionExpressionOperation ? FindTarget(child.Parent) : null;
        }

        return argument.Parent switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => Find(instance),
            IInvocationOperation { Instance: { } instance, TargetMethod.Name: "Add" or "TryAdd" or "TryGetValue" or "ContainsKey" or "Contains" or "Remove" } => Find(instance),
            _ => null,
        };
    }

    private static ISymbol? Find(IOperation collection) => RuntimeCalls.WithoutConversion(collection) switch
    {
        ILocalReferenceOperation local => local.Local,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } receiver => FindTarget(receiver),
        _ => null,
    };

    /// <summary>What a new collection is assigned to.</summary>
    private static ISymbol? FindTarget(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IVariableDeclaratorOperation declarator:
                    return declarator.Symbol;
                case IFieldInitializerOperation field:
                    return field.InitializedFields.FirstOrDefault();
                case IPropertyInitializerOperation property:
                    return property.InitializedProperties.FirstOrDefault();
                case ISimpleAssignmentOperation { Parent: not IObjectOrCollectionInitializerOperation } assignment:
                    return Find(assignment.Target);
                case IBlockOperation or IAnonymousFunctionOperation:
                    return null;
            }
        }

        return null;
    }
}
