using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Text;

/// <summary>Names as C# wants them written. Every identifier in generated code that is not the user's own text comes from here.</summary>
internal static class CSharpIdentifier
{
    /// <summary>
    /// A member's or parameter's name as it must be written: <c>@event</c>. Of the contextual keywords those are escaped that mean
    /// something else inside a body or an accessor.
    /// </summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "await" or "field" or "yield" or "nameof" or "_" ? "@" + name : name;

    /// <summary>A type's or namespace's name as it must be written: contextual keywords such as <c>record</c> are escaped too.</summary>
    public static string EscapeType(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>Removes the escape: <c>@event</c> is called <c>event</c>.</summary>
    public static string Unescape(string identifier) =>
        identifier.Length > 0 && identifier[0] == '@' ? identifier.Substring(1) : identifier;

    /// <summary>
    /// The parameter name for a property: <c>StrategyId</c> is <c>strategyId</c>, <c>ID</c> is <c>id</c>, <c>IPAddress</c> is
    /// <c>ipAddress</c>. Not escaped.
    /// </summary>
    public static string ToCamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            // The last capital of a run begins the next word.
            if (i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]) && !char.IsDigit(letters[i + 1]) && letters[i + 1] != '_')
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
        }

        return new string(letters);
    }

    /// <summary>A valid identifier, not escaped, from any text: what cannot stand in one becomes <c>_</c>.</summary>
    public static string FromText(string text)
    {
        if (SyntaxFacts.IsValidIdentifier(text))
        {
            // Formatting characters are legal and no part of the name.
            return WithoutFormatting(text);
        }

        var result = new StringBuilder(text.Length + 1);
        foreach (var character in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                continue;
            }

            if (result.Length == 0 && !SyntaxFacts.IsIdentifierStartCharacter(character))
            {
                result.Append('_');
                if (!SyntaxFacts.IsIdentifierPartCharacter(character))
                {
                    continue;
                }
            }

            result.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        return result.Length == 0 ? "_" : result.ToString();
    }

    /// <summary>A valid namespace, escaped, from any text such as an assembly's name; empty where nothing is left.</summary>
    public static string NamespaceFromText(string text)
    {
        var segments = text.Split('.');
        var result = new StringBuilder(text.Length);
        foreach (var segment in segments)
        {
            var trimmed = segment.Trim();
            if (trimmed.Length == 0)
            {
                continue;
            }

            if (result.Length > 0)
            {
                result.Append('.');
            }

            result.Append(EscapeType(FromText(Unescape(trimmed))));
        }

        return result.ToString();
    }

    private static string WithoutFormatting(string text)
    {
        foreach (var character in text)
        {
            if (character > 127 && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format)
            {
                return string.Concat(text.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
            }
        }

        return text;
    }
}
