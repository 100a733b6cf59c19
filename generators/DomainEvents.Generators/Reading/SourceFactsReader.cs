using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading;

/// <summary>Reads what is rare and concerns all files: global aliases, and types or aliases called like a known attribute.</summary>
internal static class SourceFactsReader
{
    public static bool IsOfInterest(SyntaxNode node) => node switch
    {
        UsingDirectiveSyntax { Alias: { } alias } directive =>
            !directive.GlobalKeyword.IsKind(SyntaxKind.None) || RivalOf(alias.Name.Identifier.ValueText) != KnownAttributes.None,
        BaseTypeDeclarationSyntax type => RivalOf(type) != KnownAttributes.None,
        _ => false,
    };

    public static RareDeclaration Read(SyntaxNode node)
    {
        if (node is not UsingDirectiveSyntax { Alias: { } alias } directive)
        {
            return new RareDeclaration(RivalOf((BaseTypeDeclarationSyntax)node), null);
        }

        var isGlobal = !directive.GlobalKeyword.IsKind(SyntaxKind.None);
        return new RareDeclaration(RivalOf(alias.Name.Identifier.ValueText), isGlobal ? UsingAlias.Read(directive) : null);
    }

    /// <summary>A type without a base list is no attribute, unless another part of it says so.</summary>
    private static KnownAttributes RivalOf(BaseTypeDeclarationSyntax type) =>
        type.BaseList is null && !type.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? KnownAttributes.None
            : RivalOf(type.Identifier.ValueText);

    private static KnownAttributes RivalOf(string name) => KnownAttributeNames.FromSimpleName(name);
}
