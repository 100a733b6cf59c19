using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>Diagnostics as a reader of a failed test wants them: message, line of code, carets.</summary>
internal static class DiagnosticText
{
    public static string List(IEnumerable<Diagnostic> diagnostics) => string.Join('\n', diagnostics.Select(Show));

    public static string Show(Diagnostic diagnostic)
    {
        string head = $"{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
        return diagnostic.Location.SourceTree is { } tree
            ? $"{Place(tree, diagnostic.Location.SourceSpan)}: {head}\n{Carets(tree.GetText(), diagnostic.Location.SourceSpan)}"
            : head;
    }

    public static string Carets(SourceText text, TextSpan span)
    {
        TextLine line = text.Lines.GetLineFromPosition(span.Start);
        int column = span.Start - line.Start;
        int length = Math.Max(1, Math.Min(span.End, line.End) - span.Start);
        return $"    {line}\n    {new string(' ', column)}{new string('^', length)}";
    }

    private static string Place(SyntaxTree tree, TextSpan span)
    {
        LinePosition start = tree.GetLineSpan(span).StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"{tree.FilePath}({start.Line + 1},{start.Character + 1})");
    }
}
