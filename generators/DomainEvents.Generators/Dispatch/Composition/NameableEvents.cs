using DomainEvents.Generators.Dispatch.Discovery;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Composition;

/// <summary>The events for which a root may write a pipeline.</summary>
internal sealed class NameableEvents(Compilation compilation, ForbiddenTypes forbidden, IReadOnlyList<KnownModule> modules)
{
    private readonly Dictionary<ISymbol, bool> _isNameable = new(SymbolEqualityComparer.Default);

    /// <summary>The events of the modules, and handled types that no module lists: closed generic and hand-written events.</summary>
    public IEnumerable<INamedTypeSymbol> Find()
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return modules
            .SelectMany(module => module.Events.Concat(module.Rows.Select(row => row.HandledType)))
            .Where(type => seen.Add(type) && EventTypeFacts.IsConcrete(type) && CanName(type));
    }

    private bool CanName(INamedTypeSymbol type) =>
        Reach.Of(type) is { Exists: true, Inside: null }
        && !forbidden.Include(type)
        && compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
        && NamesAreClear(type);

    private bool NamesAreClear(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.TypeArguments.OfType<INamedTypeSymbol>().Any(argument => !NamesAreClear(argument)))
            {
                return false;
            }

            if (current.ContainingType is null)
            {
                return NameIsClear(current.OriginalDefinition);
            }
        }

        return true;
    }

    /// <summary>
    /// Whether the full name means this type: a file linked into two projects, say, gives both the same name, and then the compiler
    /// takes the root's own, or refuses.
    /// </summary>
    private bool NameIsClear(INamedTypeSymbol type)
    {
        if (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly))
        {
            return true;
        }

        if (!_isNameable.TryGetValue(type, out var result))
        {
            var sameName = compilation.GetTypesByMetadataName(TypeNames.Metadata(type));
            result = sameName.Length == 1 || sameName.Count(other => compilation.IsSymbolAccessibleWithin(other, compilation.Assembly)) == 1;
            _isNameable.Add(type, result);
        }

        return result;
    }
}
