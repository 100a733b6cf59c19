using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>From where generated code can name a set of types.</summary>
/// <param name="Exists">Whether there is such a place at all.</param>
/// <param name="Visibility">Who can name them.</param>
/// <param name="Inside">For <see cref="Model.Visibility.Nested"/>: the innermost type from whose inside they can be named.</param>
internal readonly record struct Reach(bool Exists, Visibility Visibility, INamedTypeSymbol? Inside)
{
    public static readonly Reach Everywhere = new(true, Visibility.Public, null);

    private static readonly Reach Nowhere = new(false, Visibility.Nested, null);

    /// <summary>The reach of one type, its containers and its type arguments.</summary>
    public static Reach Of(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Of(array.ElementType);
            case IDynamicTypeSymbol:
                return Everywhere;
            case INamedTypeSymbol { TypeKind: not TypeKind.Error } named:
                return OfNamed(named);
            default:
                return Nowhere;
        }
    }

    /// <summary>The reach of a member.</summary>
    public static Reach Of(IMethodSymbol method) =>
        Of(method.ContainingType).And(OfAccessibility(method.DeclaredAccessibility, method.ContainingType));

    /// <summary>Where both can be named.</summary>
    public Reach And(Reach other)
    {
        if (!Exists || !other.Exists)
        {
            return Nowhere;
        }

        if (Inside is null || other.Inside is null)
        {
            return Visibility >= other.Visibility ? this : other;
        }

        return IsWithin(Inside, other.Inside) ? this : IsWithin(other.Inside, Inside) ? other : Nowhere;
    }

    private static Reach OfNamed(INamedTypeSymbol type)
    {
        var result = Everywhere;
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal)
            {
                return Nowhere;
            }

            // The outer of two private nestings is visible from inside the inner one.
            if (result.Inside is null)
            {
                result = result.And(OfAccessibility(current.DeclaredAccessibility, current.ContainingType));
            }

            foreach (var argument in current.TypeArguments)
            {
                result = result.And(Of(argument));
            }
        }

        return result;
    }

    private static Reach OfAccessibility(Accessibility accessibility, INamedTypeSymbol? container) => accessibility switch
    {
        Accessibility.Public => Everywhere,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => new Reach(true, Visibility.Internal, null),
        _ => container is null ? Nowhere : new Reach(true, Visibility.Nested, container),
    };

    private static bool IsWithin(INamedTypeSymbol type, INamedTypeSymbol container)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, container))
            {
                return true;
            }
        }

        return false;
    }
}
