using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting;

/// <summary>A source as it stands while someone types it.</summary>
public static class SourceTruncations
{
    /// <summary>Every prefix that ends behind a token, from one token to the whole source.</summary>
    public static IEnumerable<string> Of(string source)
    {
        foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(source, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot().DescendantTokens())
        {
            if (token.Span.Length > 0)
            {
                yield return source[..token.Span.End];
            }
        }
    }
}
