using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>A class that bears an attribute called like <c>[Aggregate]</c>, read from syntax alone.</summary>
internal sealed record AggregatePart(string Key, string Opening, string Identifier, string Name, string TypeParameters)
{
    private const string AttributeName = "Aggregate";

    /// <summary>Whether a partial class may be an aggregate.</summary>
    public static bool IsCandidate(SyntaxNode node) =>
        node is ClassDeclarationSyntax { AttributeLists.Count: > 0 } type
        && PartReader.IsPart(type)
        && type.AttributeLists.Any(list => list.Attributes.Any(attribute => MayBeOurs(attribute, type)));

    /// <summary>The part, or <see langword="null"/> where a containing type cannot be repeated.</summary>
    public static AggregatePart? Read(ClassDeclarationSyntax type)
    {
        var enclosing = SurroundingsReader.Read(type, (CompilationUnitSyntax)type.SyntaxTree.GetRoot());
        return enclosing.IsUnreachable || type.TypeParameterList is { ContainsDiagnostics: true }
            ? null
            : new AggregatePart(
                $"{enclosing.KeyPrefix}{type.Identifier.ValueText}`{type.Arity}",
                enclosing.Surroundings.Opening,
                type.Identifier.Text,
                type.Identifier.ValueText,
                SyntaxText.TypeParameters(type));
    }

    private static bool MayBeOurs(AttributeSyntax attribute, TypeDeclarationSyntax type)
    {
        var name = SyntaxText.LastName(attribute.Name);
        return IsName(name) || (attribute.Name is IdentifierNameSyntax && IsAlias(name, type));
    }

    private static bool IsName(string name) => name is AttributeName or AttributeName + "Attribute";

    private static bool IsAlias(string name, TypeDeclarationSyntax type)
    {
        foreach (var ancestor in type.Ancestors())
        {
            var usings = ancestor switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax container => container.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                if (directive.Alias is { } alias
                    && (alias.Name.Identifier.ValueText == name || alias.Name.Identifier.ValueText == name + "Attribute")
                    && IsName(SyntaxText.LastName(directive.NamespaceOrType)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
