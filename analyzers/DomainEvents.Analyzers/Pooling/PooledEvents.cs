using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Pooling;

/// <summary>Tells the calls that rent a pooled event and give it back from others that are called alike.</summary>
internal static class PooledEvents
{
    /// <summary>Whether a method is the generated <c>Rent</c> or <c>Return</c> of a pooled event.</summary>
    public static bool IsGenerated(ISymbol? method, KnownSymbols symbols) =>
        method is IMethodSymbol { ContainingType: { } type }
        && symbols.FindEventAttribute(type.OriginalDefinition) is { } attribute
        && EventAttributeFlags.Is(attribute, "Pooled");

    /// <summary>The uses of a local or parameter in a part of the code, in the order of the text. <c>nameof</c> is no use.</summary>
    public static IEnumerable<IdentifierNameSyntax> UsesOf(ISymbol variable, SyntaxNode code, SemanticModel model, CancellationToken cancellationToken) =>
        code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == variable.Name
            && !IsNamed(name)
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, variable));

    /// <summary>What is called on a use: <c>Return</c> of <c>placed.Return()</c>; <see langword="null"/> for anything else.</summary>
    public static string? CallOn(IdentifierNameSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } access when access.Expression == use => access.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax { WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } } => binding.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsNamed(IdentifierNameSyntax name) => name.Parent is ArgumentSyntax
    {
        Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } },
    };
}
