using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>
/// Types that generated code must not mention, because the file would not compile: those of references that stand under extern aliases
/// alone, which have no name that starts with <c>global::</c>, and those whose use is declared an error.
/// </summary>
internal sealed class ForbiddenTypes
{
    private const string GlobalAlias = "global";

    private readonly HashSet<ISymbol> _aliased = new(SymbolEqualityComparer.Default);

    public ForbiddenTypes(Compilation compilation)
    {
        foreach (var reference in compilation.References)
        {
            if (reference.Properties.Aliases is { IsDefaultOrEmpty: false } aliases
                && !aliases.Contains(GlobalAlias)
                && compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
            {
                _aliased.Add(assembly);
            }
        }
    }

    /// <summary>Whether every type of an assembly is forbidden.</summary>
    public bool Include(IAssemblySymbol assembly) => _aliased.Contains(assembly);

    /// <summary>Whether a type is forbidden: itself, a type around it or a type argument.</summary>
    public bool Include(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Include(array.ElementType);
            case INamedTypeSymbol named:
                return IsError(named)
                    || (named.ContainingAssembly is { } assembly && Include(assembly))
                    || named.TypeArguments.Any(Include)
                    || (named.ContainingType is { } container && Include(container));
            default:
                return false;
        }
    }

    /// <summary><c>[Obsolete("...", error: true)]</c>: no pragma silences it.</summary>
    public static bool IsError(ISymbol symbol) => symbol.OriginalDefinition.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        && attribute.ConstructorArguments.Length > 1
        && attribute.ConstructorArguments[1].Value is true);
}
