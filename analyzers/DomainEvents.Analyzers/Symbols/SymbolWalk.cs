using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Goes through the types that a namespace or type contains.</summary>
internal static class SymbolWalk
{
    /// <summary>Every type in a namespace or type, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        var open = new Stack<INamespaceOrTypeSymbol>();
        open.Push(container);
        while (open.Count > 0)
        {
            foreach (var member in open.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol nested)
                {
                    open.Push(nested);
                    if (nested is INamedTypeSymbol type)
                    {
                        yield return type;
                    }
                }
            }
        }
    }
}
