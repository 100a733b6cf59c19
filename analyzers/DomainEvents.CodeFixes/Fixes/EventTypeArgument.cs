using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>The event type in an event's attribute.</summary>
internal static class EventTypeArgument
{
    /// <summary>A constant that stands there may serve elsewhere too: its text is not ours to change or to cut off.</summary>
    public static bool HasRoom(AttributeSyntax attribute) => EventType(attribute) is null or { Expression: LiteralExpressionSyntax };

    private static AttributeArgumentSyntax? EventType(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);

    public static AttributeSyntax Write(AttributeSyntax attribute, string eventType)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(eventType));
        if (EventType(attribute) is { } written)
        {
            return attribute.ReplaceNode(written.Expression, literal.WithTriviaFrom(written.Expression));
        }

        var argument = SyntaxFactory.AttributeArgument(literal);
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments } list)
        {
            return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList([argument]));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
            [argument, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), .. arguments.GetWithSeparators()])));
    }
}
