using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Writes <c>partial</c> where C# wants it: last of the modifiers.</summary>
internal static class PartialKeyword
{
    /// <summary>Where it is the first modifier, what stood before the type's keyword moves to it.</summary>
    public static TypeDeclarationSyntax AddTo(TypeDeclarationSyntax declaration)
    {
        if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return declaration;
        }

        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Count > 0)
        {
            return declaration.AddModifiers(partial);
        }

        var keyword = declaration.Keyword;
        return declaration
            .WithKeyword(keyword.WithLeadingTrivia())
            .AddModifiers(partial.WithLeadingTrivia(keyword.LeadingTrivia));
    }

    /// <summary>The same for a property, whose type takes the keyword's place.</summary>
    public static PropertyDeclarationSyntax AddTo(PropertyDeclarationSyntax declaration)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return declaration.Modifiers.Count > 0
            ? declaration.AddModifiers(partial)
            : declaration
                .WithType(declaration.Type.WithLeadingTrivia())
                .AddModifiers(partial.WithLeadingTrivia(declaration.Type.GetLeadingTrivia()));
    }
}
