using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>Tells the types whose objects raise events from those that merely could.</summary>
internal static class RaisingTypes
{
    /// <summary>
    /// Whether objects of a type raise events: its source does so, or that of a base; without a source, the type itself says that it has events.
    /// </summary>
    public static bool Raises(ITypeSymbol type, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        if (!KnownSymbols.Is(type, symbols.HasDomainEvents))
        {
            return false;
        }

        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            return type.Interfaces.Contains(symbols.HasDomainEvents!, SymbolEqualityComparer.Default) || IsAggregateRoot(type.BaseType);
        }

        for (var current = type; current is not null && !IsAggregateRoot(current); current = current.BaseType)
        {
            if (current.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellationToken).DescendantNodes().Any(IsRaise)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a class raises a durable event. Told by name first: most of what is made is none.</summary>
    public static bool RaisesDurable(ClassDeclarationSyntax declaration, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken) =>
        declaration.DescendantNodes()
            .Where(IsRaise)
            .SelectMany(static call => call.DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
            .Any(creation => model.GetTypeInfo(creation, cancellationToken).Type is INamedTypeSymbol made
                && symbols.FindEventAttribute(made.OriginalDefinition) is { } attribute
                && EventAttributeFlags.Is(attribute, "Durable"));

    private static bool IsRaise(SyntaxNode node) => node is InvocationExpressionSyntax call && CallNames.Of(call)?.Identifier.ValueText == "Raise";

    private static bool IsAggregateRoot(ITypeSymbol? type) =>
        type is { Name: "AggregateRoot", ContainingNamespace: { Name: "Persistence", ContainingNamespace: { Name: "DomainEvents", ContainingNamespace.IsGlobalNamespace: true } } };
}
