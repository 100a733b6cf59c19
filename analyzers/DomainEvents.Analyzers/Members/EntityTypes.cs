using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Members;

/// <summary>The entities of a compilation: what a <c>DbContext</c> of it has a set of. Immutable.</summary>
internal sealed class EntityTypes
{
    private readonly HashSet<ITypeSymbol> _types = new(SymbolEqualityComparer.Default);

    private EntityTypes()
    {
    }

    public static EntityTypes Read(KnownSymbols symbols)
    {
        var entities = new EntityTypes();
        if (symbols.Type("Microsoft.EntityFrameworkCore.DbContext") is not { } context || symbols.Type("Microsoft.EntityFrameworkCore.DbSet`1") is not { } set)
        {
            return entities;
        }

        foreach (var property in SymbolWalk.TypesOf(symbols.Compilation.Assembly.GlobalNamespace)
            .Where(type => type.TypeKind == TypeKind.Class && KnownSymbols.Is(type, context))
            .SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>()))
        {
            if (property.Type is INamedTypeSymbol { Arity: 1 } type && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, set))
            {
                entities._types.Add(type.TypeArguments[0].OriginalDefinition);
            }
        }

        return entities;
    }

    public bool Contains(ITypeSymbol type) => _types.Contains(type.OriginalDefinition);
}
