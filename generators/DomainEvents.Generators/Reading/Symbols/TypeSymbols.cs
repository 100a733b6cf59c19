using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>What the typing path needs to know of a type that it asked for.</summary>
internal static class TypeSymbols
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type as it may be written anywhere; where a part of it does not resolve, that part stands as it was written.</summary>
    public static string FullName(ITypeSymbol type) => type.ToDisplayString(Format);

    /// <summary>Whether the type resolves and every assembly that it names can be reached without an extern alias.</summary>
    public static bool CanBeNamed(ITypeSymbol type, Compilation compilation) => NamedTypes(type).All(named =>
        named.TypeKind != TypeKind.Error && !IsAliased(named, compilation));

    /// <summary>Whether the type resolves and an assembly that it names can be reached through an extern alias alone.</summary>
    public static bool NeedsExternAlias(ITypeSymbol type, Compilation compilation) =>
        NamedTypes(type).All(static named => named.TypeKind != TypeKind.Error) && NamedTypes(type).Any(named => IsAliased(named, compilation));

    /// <summary>Whether to name the type is an error, save in code that is obsolete itself: <c>[Obsolete("...", error: true)]</c>.</summary>
    public static bool IsForbidden(ITypeSymbol type) => NamedTypes(type).Any(ForbiddenTypes.IsError);

    public static TypeShape Shape(ITypeSymbol type)
    {
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return TypeShape.Nullable;
        }

        switch (type.TypeKind)
        {
            case TypeKind.Pointer or TypeKind.FunctionPointer:
                return TypeShape.Pointer;
            case var _ when type.NullableAnnotation == NullableAnnotation.Annotated:
                return TypeShape.Nullable;
            case TypeKind.Dynamic:
                return TypeShape.Dynamic;
            case TypeKind.TypeParameter:
                return IsNeverNull((ITypeParameterSymbol)type) ? TypeShape.Named : TypeShape.OpenTypeParameter;
            default:
                return type.IsValueType ? TypeShape.Value : TypeShape.Named;
        }
    }

    /// <summary>The strictest access that a member of the asker needs in order to name the type, beside the asker's own.</summary>
    public static AccessLevel NeededAccess(ITypeSymbol type, INamedTypeSymbol asker)
    {
        var needed = AccessLevel.Public;
        foreach (var named in NamedTypes(type))
        {
            // What does not resolve here may yet come from another generator: nothing is known against it.
            if (named.TypeKind == TypeKind.Error)
            {
                continue;
            }

            for (var declared = named; declared is not null; declared = declared.ContainingType)
            {
                var access = AccessLevels.From(declared.DeclaredAccessibility);
                if (access != AccessLevel.Public && !IsWithin(asker, access, declared.ContainingType))
                {
                    needed &= access;
                }
            }
        }

        return needed;
    }

    private static bool IsAliased(INamedTypeSymbol type, Compilation compilation) =>
        compilation.GetMetadataReference(type.ContainingAssembly) is { Properties.Aliases: { Length: > 0 } aliases }
        && !aliases.Contains(MetadataReferenceProperties.GlobalAlias);

    /// <summary>The named types in a type, itself included.</summary>
    private static IEnumerable<INamedTypeSymbol> NamedTypes(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return NamedTypes(array.ElementType);
            case IPointerTypeSymbol pointer:
                return NamedTypes(pointer.PointedAtType);
            case INamedTypeSymbol named:
                var arguments = named.TypeArguments.SelectMany(NamedTypes);
                return named.ContainingType is { } container ? arguments.Concat(NamedTypes(container)).Append(named) : arguments.Append(named);
            default:
                return [];
        }
    }

    /// <summary>Whether the asker is seen from no more places than something of this access in that container.</summary>
    private static bool IsWithin(INamedTypeSymbol asker, AccessLevel access, INamedTypeSymbol? container)
    {
        for (var enclosing = asker; enclosing is not null; enclosing = enclosing.ContainingType)
        {
            var isBeside = container is null
                || SymbolEqualityComparer.Default.Equals(enclosing.ContainingType?.OriginalDefinition, container.OriginalDefinition);
            if (isBeside && (AccessLevels.From(enclosing.DeclaredAccessibility) & ~access) == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNeverNull(ITypeParameterSymbol type)
    {
        if (type.HasNotNullConstraint || type.HasValueTypeConstraint || type.HasUnmanagedTypeConstraint)
        {
            return true;
        }

        if (type.HasReferenceTypeConstraint && type.ReferenceTypeConstraintNullableAnnotation != NullableAnnotation.Annotated)
        {
            return true;
        }

        for (var i = 0; i < type.ConstraintTypes.Length; i++)
        {
            if (type.ConstraintNullableAnnotations[i] != NullableAnnotation.Annotated
                && (type.ConstraintTypes[i] is not ITypeParameterSymbol other || IsNeverNull(other)))
            {
                return true;
            }
        }

        return false;
    }
}
