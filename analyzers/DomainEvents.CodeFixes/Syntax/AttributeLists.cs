using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>Takes attributes off declarations and keeps what was said around them.</summary>
internal static class AttributeLists
{
    /// <summary>The declaration without an attribute; of its list, nothing is left where it was the only one.</summary>
    public static TypeDeclarationSyntax Remove(TypeDeclarationSyntax declaration, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return declaration.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(attribute)));
        }

        var index = declaration.AttributeLists.IndexOf(list);
        var said = list.GetLeadingTrivia();
        var bare = (TypeDeclarationSyntax)declaration.WithAttributeLists(declaration.AttributeLists.RemoveAt(index));
        if (index > 0)
        {
            return bare;
        }

        // What follows begins where the list began; a comment between them stays.
        var following = bare.GetLeadingTrivia();
        return bare.WithLeadingTrivia(following.All(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? said : said.AddRange(following));
    }
}
