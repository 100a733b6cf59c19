using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>What kind of collection a type is, and how another is written in its place.</summary>
internal static class CollectionType
{
    public static CollectionKind KindOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } => CollectionKind.List,
        INamedTypeSymbol { Name: "List" or "IList" or "Collection" or "ObservableCollection" } => CollectionKind.List,
        INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "SortedDictionary" or "SortedList" } => CollectionKind.Dictionary,
        INamedTypeSymbol { Name: "HashSet" or "ISet" or "SortedSet" } => CollectionKind.Set,
        _ => CollectionKind.None,
    };

    public static ImmutableArray<ITypeSymbol> Elements(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };

    /// <summary>Another collection in the place of a written one: its elements stay as they were written.</summary>
    public static TypeSyntax Write(TypeSyntax written, INamedTypeSymbol target, SyntaxAnnotation[] annotations)
    {
        var isNullable = written is NullableTypeSyntax;
        var bare = written is NullableTypeSyntax nullable ? nullable.ElementType : written;
        var elements = bare switch
        {
            ArrayTypeSyntax { RankSpecifiers: { Count: > 1 } ranks } jagged => [jagged.WithRankSpecifiers(ranks.RemoveAt(0)).ToString()],
            ArrayTypeSyntax array => [array.ElementType.WithoutTrivia().ToString()],
            _ => bare.DescendantNodesAndSelf().OfType<GenericNameSyntax>().First().TypeArgumentList.Arguments
                .Select(static argument => argument.WithoutTrivia().ToString()),
        };
        return SyntaxFactory.ParseTypeName($"global::{target.ContainingNamespace}.{target.Name}<{string.Join(", ", elements)}>{(isNullable ? "?" : "")}")
            .WithTriviaFrom(written)
            .WithAdditionalAnnotations(annotations);
    }
}

/// <summary>The kinds of collections that have a counterpart which cannot be changed.</summary>
internal enum CollectionKind
{
    /// <summary>No such collection.</summary>
    None,

    List,

    Dictionary,

    Set,
}
