using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>
/// Tells members whose use is an error: <c>[Obsolete("...", error: true)]</c>. To take another attribute for this one costs a detour in
/// the generated code and nothing else, so text is enough, also where an alias hides the name. Members that are obsolete in any way may
/// have a type whose use is an error; of those the type is asked.
/// </summary>
internal static class ObsoleteMark
{
    private const string Name = "Obsolete";

    public static bool IsError(SyntaxList<AttributeListSyntax> lists) => lists.Any(static list => list.Attributes.Any(IsError));

    /// <summary>Whether a list with one of the targets, or with none if that is among them as <see langword="null"/>, marks as obsolete.</summary>
    public static bool IsIn(SyntaxList<AttributeListSyntax> lists, FileAliases aliases, params string?[] targets) => lists.Any(list =>
        targets.Contains(list.Target?.Identifier.ValueText)
        && list.Attributes.Any(attribute => IsNamed(SyntaxText.LastName(attribute.Name), aliases)));

    private static bool IsNamed(string name, FileAliases aliases) =>
        name is Name or Name + "Attribute" || aliases.Find(name) is not null || aliases.Find(name + "Attribute") is not null;

    private static bool IsError(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ToList() is not { Count: 2 } arguments)
        {
            return false;
        }

        var error = arguments.Find(static argument => argument.NameColon?.Name.Identifier.ValueText == "error") ?? arguments[1];
        return error.Expression.IsKind(SyntaxKind.TrueLiteralExpression)
            || (SyntaxText.LastName(attribute.Name) is Name or Name + "Attribute" && !error.Expression.IsKind(SyntaxKind.FalseLiteralExpression));
    }
}
