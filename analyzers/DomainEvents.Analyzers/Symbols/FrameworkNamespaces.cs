using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Tells namespaces of the framework without writing their names out.</summary>
internal static class FrameworkNamespaces
{
    /// <summary>Whether a namespace is <c>System.Collections</c> or within it.</summary>
    public static bool IsCollections(INamespaceSymbol? scope) => scope is { IsGlobalNamespace: false }
        && (scope is { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            || IsCollections(scope.ContainingNamespace));
}
