using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>Pieces of the user's source as text that may stand elsewhere.</summary>
internal static class SyntaxText
{
    /// <summary>
    /// The text on one line. Where comments, line breaks or directives stand inside it is put together from its tokens: a
    /// <c>#if</c> of the user's file would mean something else in ours.
    /// </summary>
    public static string Of(SyntaxNode? node)
    {
        if (node is null)
        {
            return "";
        }

        if (!node.ContainsDirectives)
        {
            var text = node.ToString();
            if (text.IndexOf('\n') < 0 && text.IndexOf('\r') < 0 && text.IndexOf("/*", StringComparison.Ordinal) < 0)
            {
                return text;
            }
        }

        return string.Join(" ", node.DescendantTokens().Select(static token => token.Text));
    }

    /// <summary>The last segment of a name, unescaped; empty for generic names and for what is no name.</summary>
    public static string LastName(SyntaxNode node) => node switch
    {
        QualifiedNameSyntax qualified => LastName(qualified.Right),
        AliasQualifiedNameSyntax qualified => LastName(qualified.Name),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>A type's simple name, whatever is written around it, or nothing for arrays, pointers and the like.</summary>
    public static string TypeName(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => TypeName(nullable.ElementType),
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    /// <summary>A namespace's name without escapes.</summary>
    public static string Unescaped(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Unescaped(qualified.Left) + "." + qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => name.ToString(),
    };

    /// <summary>Names only: attributes and constraints stand on the user's part; variance must be repeated.</summary>
    public static string TypeParameters(TypeDeclarationSyntax type)
    {
        if (type.TypeParameterList is not { } list)
        {
            return "";
        }

        var names = list.Parameters.Select(static parameter => parameter.VarianceKeyword.IsKind(SyntaxKind.None)
            ? parameter.Identifier.Text
            : parameter.VarianceKeyword.Text + " " + parameter.Identifier.Text);
        return "<" + string.Join(", ", names) + ">";
    }

    /// <summary>The kind of a type as a part of it must repeat it.</summary>
    public static string Keyword(TypeDeclarationSyntax type) => type switch
    {
        RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: (int)SyntaxKind.StructKeyword } => "record struct",
        _ => type.Keyword.Text,
    };
}
