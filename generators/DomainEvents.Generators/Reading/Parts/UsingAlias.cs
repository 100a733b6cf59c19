using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>A using alias, by what its target's text says.</summary>
/// <param name="Name">The alias.</param>
/// <param name="Attribute">The known attribute that the target is called like.</param>
/// <param name="IsSpecial">Whether the target may be nullable, a pointer or dynamic.</param>
internal sealed record UsingAlias(string Name, KnownAttributes Attribute, bool IsSpecial)
{
    public static UsingAlias Read(UsingDirectiveSyntax directive)
    {
        var target = directive.NamespaceOrType;
        return new UsingAlias(
            directive.Alias!.Name.Identifier.ValueText,
            KnownAttributeNames.FromSimpleName(SyntaxText.LastName(target)),
            TypeShapes.IsSpecial(target));
    }

    /// <summary>Whether an attribute of this simple name may stand for <paramref name="alias"/>.</summary>
    public static bool IsNamed(string alias, string attributeName) =>
        alias == attributeName || alias == attributeName + "Attribute";
}

/// <summary>The aliases in scope of one declaration that stand in its own file; inner ones win.</summary>
internal sealed class FileAliases
{
    private static readonly FileAliases None = new([]);
    private readonly Dictionary<string, UsingAlias> _aliases;

    private FileAliases(Dictionary<string, UsingAlias> aliases) => _aliases = aliases;

    /// <summary>Reads outermost first: an inner alias may stand on an outer one.</summary>
    public static FileAliases Read(TypeDeclarationSyntax type)
    {
        Dictionary<string, UsingAlias>? aliases = null;
        foreach (var ancestor in type.Ancestors().Reverse())
        {
            var usings = ancestor switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax container => container.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                if (directive.Alias is not null && directive.GlobalKeyword.IsKind(SyntaxKind.None))
                {
                    Add(aliases ??= new(StringComparer.Ordinal), directive);
                }
            }
        }

        return aliases is null ? None : new FileAliases(aliases);
    }

    public UsingAlias? Find(string name) => _aliases.TryGetValue(name, out var alias) ? alias : null;

    /// <summary>The known attribute behind an attribute's simple name.</summary>
    public KnownAttributes FindAttribute(string name) =>
        (Find(name) ?? Find(name + "Attribute"))?.Attribute ?? KnownAttributes.None;

    private static void Add(Dictionary<string, UsingAlias> aliases, UsingDirectiveSyntax directive)
    {
        var alias = UsingAlias.Read(directive);
        if (directive.NamespaceOrType is IdentifierNameSyntax name && aliases.TryGetValue(name.Identifier.ValueText, out var outer))
        {
            alias = alias with { Attribute = outer.Attribute, IsSpecial = outer.IsSpecial };
        }

        aliases[alias.Name] = alias;
    }
}
