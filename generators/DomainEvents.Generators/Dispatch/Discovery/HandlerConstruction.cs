using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>How a handler class comes to life without a container, or what it lacks for that.</summary>
/// <param name="CanCreate">Whether <c>new</c> without arguments works.</param>
/// <param name="Services">Otherwise: the services of its constructor.</param>
internal sealed record HandlerConstruction(bool CanCreate, EquatableArray<string> Services)
{
    /// <summary>Of static methods.</summary>
    public static readonly HandlerConstruction None = new(false, EquatableArray<string>.Empty);

    public static HandlerConstruction Of(INamedTypeSymbol type, ForbiddenTypes forbidden)
    {
        var constructors = type.InstanceConstructors.Where(IsAccessible).Where(c => !IsCopyConstructor(c, type)).ToList();
        if (FindDefault(constructors) is { } usable && (!HasRequiredMembers(type) || SetsRequiredMembers(usable)))
        {
            return new HandlerConstruction(true, EquatableArray<string>.Empty);
        }

        // A container looks at public constructors only. Of several the shortest tells what can never be done without.
        var needed = constructors
            .OrderBy(c => c.DeclaredAccessibility == Accessibility.Public ? 0 : 1)
            .ThenBy(c => c.Parameters.Length)
            .FirstOrDefault();
        var services = needed?.Parameters
            .Where(p => !p.IsOptional && p.RefKind == RefKind.None && Reach.Of(p.Type) is { Exists: true, Inside: null } && !forbidden.Include(p.Type))
            .Select(p => TypeNames.Qualified(p.Type));
        return new HandlerConstruction(false, new EquatableArray<string>(services ?? []));
    }

    private static IMethodSymbol? FindDefault(List<IMethodSymbol> constructors)
    {
        if (constructors.FirstOrDefault(c => c.Parameters.IsEmpty) is { } parameterless)
        {
            return parameterless;
        }

        var optional = constructors.Where(c => c.Parameters.All(p => p.IsOptional || p.IsParams)).ToList();
        return optional.Count == 1 ? optional[0] : null;
    }

    private static bool IsAccessible(IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && !ForbiddenTypes.IsError(constructor);

    private static bool IsCopyConstructor(IMethodSymbol constructor, INamedTypeSymbol type) =>
        type.IsRecord && constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type);

    private static bool HasRequiredMembers(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true })
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool SetsRequiredMembers(IMethodSymbol constructor) =>
        constructor.GetAttributes().Any(a => a.AttributeClass?.Name == "SetsRequiredMembersAttribute");
}
