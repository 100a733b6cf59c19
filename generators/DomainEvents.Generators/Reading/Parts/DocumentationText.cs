using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>
/// Reads documentation comments from their raw lines: whether the compiler parses them depends on a build option, and the generated
/// text must not.
/// </summary>
internal static class DocumentationText
{
    private const string LineStart = "///";

    /// <summary>The content of a declaration's summary, or <see langword="null"/>.</summary>
    public static string? Summary(SyntaxNode declaration) => Element(Lines(declaration), "<summary>", "</summary>");

    /// <summary>The documentation comment of a declaration without its slashes, or empty.</summary>
    public static string Lines(SyntaxNode declaration)
    {
        StringBuilder? lines = null;
        foreach (var trivia in declaration.GetLeadingTrivia())
        {
            if (trivia.Kind() is not (SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.SingleLineCommentTrivia))
            {
                continue;
            }

            foreach (var line in trivia.ToFullString().Split('\n'))
            {
                var text = line.Trim();
                if (text.StartsWith(LineStart, StringComparison.Ordinal))
                {
                    (lines ??= new()).Append(text, LineStart.Length, text.Length - LineStart.Length).Append('\n');
                }
            }
        }

        return lines?.ToString() ?? "";
    }

    /// <summary>The content of a parameter's element in a declaration's documentation, or <see langword="null"/>.</summary>
    public static string? Parameter(string documentation, string name) =>
        Element(documentation, $"<param name=\"{name}\">", "</param>");

    private static string? Element(string documentation, string open, string close)
    {
        var start = documentation.IndexOf(open, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += open.Length;
        var end = documentation.IndexOf(close, start, StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var content = documentation.Substring(start, end - start).Trim();
        return content.Length > 0 && XmlDocumentation.IsWellFormed(content) ? content : null;
    }
}
