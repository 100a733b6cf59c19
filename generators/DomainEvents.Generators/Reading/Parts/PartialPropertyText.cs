using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>What the implementing part of a property must repeat of the declaring one.</summary>
/// <param name="Modifiers">All but <c>partial</c>: <c>public virtual</c>.</param>
/// <param name="Getter">The getter with its own accessibility: <c>get</c>.</param>
/// <param name="Setter">The other accessor, likewise: <c>init</c>, <c>private set</c>; or empty.</param>
internal sealed record PartialPropertyText(string Modifiers, string Getter, string Setter)
{
    /// <summary>
    /// Whether the property waits for a part that implements it. Its accessors have no bodies then; one body makes it the implementing
    /// part.
    /// </summary>
    public static bool IsDefinition(PropertyDeclarationSyntax property) =>
        LanguageFloor.HasPartialProperties(property.SyntaxTree)
        && property is { Initializer: null, AccessorList.Accessors: var accessors }
        && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null });

    public static PartialPropertyText? Read(PropertyDeclarationSyntax property) => PropertyRules.IsPartial(property)
        ? new PartialPropertyText(
            Text(property.Modifiers),
            Text(property.AccessorList!, isGetter: true),
            Text(property.AccessorList!, isGetter: false))
        : null;

    private static string Text(AccessorListSyntax accessors, bool isGetter)
    {
        foreach (var accessor in accessors.Accessors)
        {
            if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration) == isGetter)
            {
                var modifiers = Text(accessor.Modifiers);
                return modifiers.Length == 0 ? accessor.Keyword.Text : $"{modifiers} {accessor.Keyword.Text}";
            }
        }

        return "";
    }

    private static string Text(SyntaxTokenList modifiers) => string.Join(" ", modifiers
        .Where(static modifier => !modifier.IsKind(SyntaxKind.PartialKeyword))
        .Select(static modifier => modifier.Text));
}
