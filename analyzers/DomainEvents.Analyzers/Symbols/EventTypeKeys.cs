using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>
/// Tells whether a text is a key among event types: one is looked up in the same collection, or put into it, by the same type in the same
/// file. Safe for use by several threads.
/// </summary>
internal sealed class EventTypeKeys(KnownSymbols symbols)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _keyed = new(SymbolEqualityComparer.Default);

    public bool IsKey(IOperation text, SemanticModel model, CancellationToken cancellationToken)
    {
        if (FindCollection(text) is not { } collection)
        {
            return false;
        }

        if (!_keyed.TryGetValue(collection, out var isKeyed))
        {
            var scope = text.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() ?? text.Syntax.SyntaxTree.GetRoot(cancellationToken);
            isKeyed = scope.DescendantNodes().SelectMany(node => Keys(node, collection.Name)).Any(key =>
                key is not LiteralExpressionSyntax
                && model.GetOperation(key, cancellationToken) is { } operation
                && (EventTypeTexts.IsEventType(operation, symbols) || EventTypeTexts.IsConstant(operation))
                && SymbolEqualityComparer.Default.Equals(FindCollection(operation), collection));
            _keyed.TryAdd(collection, isKeyed);
        }

        return isKeyed;
    }

    /// <summary>The expressions of a node that may be keys of a collection of this name: only those are bound.</summary>
    private static IEnumerable<ExpressionSyntax> Keys(SyntaxNode node, string collection) => node switch
    {
        ElementAccessExpressionSyntax access when NameOf(access.Expression) == collection => First(access.ArgumentList.Arguments),
        ElementBindingExpressionSyntax { Parent.Parent: ConditionalAccessExpressionSyntax conditional } binding when NameOf(conditional.Expression) == collection =>
            First(binding.ArgumentList.Arguments),
        ImplicitElementAccessSyntax access => First(access.ArgumentList.Arguments),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call when IsLookup(access.Name) && NameOf(access.Expression) == collection =>
            First(call.ArgumentList.Arguments),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding, Parent: ConditionalAccessExpressionSyntax conditional } call
            when IsLookup(binding.Name) && NameOf(conditional.Expression) == collection => First(call.ArgumentList.Arguments),
        InitializerExpressionSyntax { Parent: InitializerExpressionSyntax } pair => pair.Expressions.Take(1),
        InitializerExpressionSyntax list => list.Expressions,
        CollectionExpressionSyntax list => list.Elements.OfType<ExpressionElementSyntax>().Select(static element => element.Expression),
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> First(SeparatedSyntaxList<ArgumentSyntax> arguments) => arguments.Take(1).Select(static argument => argument.Expression);

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        PostfixUnaryExpressionSyntax postfix => NameOf(postfix.Operand),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        _ => null,
    };

    private static bool IsLookup(SimpleNameSyntax method) => IsLookup(method.Identifier.ValueText);

    private static bool IsLookup(string method) => method is "Add" or "TryAdd" or "TryGetValue" or "ContainsKey" or "Contains" or "Remove";

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
            IInvocationOperation { Instance: { } instance, TargetMethod.Name: var name } when IsLookup(name) => Find(instance),
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
