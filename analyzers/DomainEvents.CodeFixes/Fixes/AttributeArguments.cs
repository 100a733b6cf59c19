using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>The named arguments of an attribute.</summary>
internal static class AttributeArguments
{
    /// <summary>The attribute with a property set: written behind what is there, or in place of the value that is there.</summary>
    public static AttributeSyntax With(AttributeSyntax attribute, string property, ExpressionSyntax value)
    {
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments } list)
        {
            return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList([Argument(property, value)]));
        }

        if (arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == property) is { } written)
        {
            return attribute.ReplaceNode(written.Expression, value.WithTriviaFrom(written.Expression));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
            [.. arguments.GetWithSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), Argument(property, value)])));
    }

    private static AttributeArgumentSyntax Argument(string property, ExpressionSyntax value) => SyntaxFactory.AttributeArgument(
        SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(property).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
        null,
        value);
}
