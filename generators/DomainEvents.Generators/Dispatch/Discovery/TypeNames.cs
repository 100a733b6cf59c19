using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>Types as generated code writes them, and as people read them.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_readable = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary><c>global::Shop.Changed&lt;int&gt;</c>.</summary>
    public static string Qualified(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(s_qualified);

    /// <summary><c>Shop.Changed&lt;int&gt;</c>.</summary>
    public static string Readable(ITypeSymbol type) => type.ToDisplayString(s_readable);

    /// <summary>The name by which assemblies find a top-level type: <c>Shop.Changed`1</c>.</summary>
    public static string Metadata(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString(s_readable) + "." + type.MetadataName : type.MetadataName;
}
