using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>Adds to the base list of a type, and keeps what follows it on its line.</summary>
internal static class BaseList
{
    public static TypeDeclarationSyntax Add(TypeDeclarationSyntax declaration, TypeSyntax type)
    {
        var added = SyntaxFactory.SimpleBaseType(type);
        if (declaration.BaseList is { Types: { Count: > 0 } types } list)
        {
            var last = types.Last();
            var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
            return (TypeDeclarationSyntax)declaration.WithBaseList(list.WithTypes(SyntaxFactory.SeparatedList<BaseTypeSyntax>(
                [.. types.Replace(last, last.WithoutTrailingTrivia()).GetWithSeparators(), comma, added.WithTrailingTrivia(last.GetTrailingTrivia())])));
        }

        var before = declaration.ParameterList?.CloseParenToken ?? declaration.TypeParameterList?.GreaterThanToken ?? declaration.Identifier;
        var bases = SyntaxFactory.BaseList(
            SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space),
            [added.WithTrailingTrivia(before.TrailingTrivia)]);
        return (TypeDeclarationSyntax)declaration.ReplaceToken(before, before.WithTrailingTrivia(SyntaxFactory.Space)).WithBaseList(bases);
    }
}
