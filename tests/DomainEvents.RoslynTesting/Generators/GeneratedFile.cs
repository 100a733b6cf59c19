using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>One file that a generator added. A cached output hands over the same <see cref="SourceText"/> object again.</summary>
public sealed record GeneratedFile(string Hint, SourceText SourceText, SyntaxTree Tree)
{
    /// <summary>The file's text.</summary>
    public string Text { get; } = SourceText.ToString();
}
