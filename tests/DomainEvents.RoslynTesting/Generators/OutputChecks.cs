using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>The checks that every run gets unless its test says otherwise.</summary>
internal static partial class OutputChecks
{
    private const int LongestHint = 80;

    public static void Assert(GeneratorResult result, GeneratorChecks checks)
    {
        List<string> faults = [];
        if (checks.HasFlag(GeneratorChecks.NoException))
        {
            faults.AddRange(result.Run.Results.Where(static run => run.Exception is not null).Select(static run => $"{run.Generator.GetGeneratorType().Name} threw {run.Exception}"));
        }

        if (checks.HasFlag(GeneratorChecks.NoDiagnostic))
        {
            // CS8785 wraps an exception, which has its own check.
            faults.AddRange(result.Run.Diagnostics.Where(static diagnostic => diagnostic.Id != "CS8785").Select(static diagnostic => "The generator reported " + DiagnosticText.Show(diagnostic)));
        }

        if (checks.HasFlag(GeneratorChecks.Hints))
        {
            faults.AddRange(HintFaults([.. result.Hints]));
        }

        if (checks.HasFlag(GeneratorChecks.Text))
        {
            faults.AddRange(result.Files.SelectMany(file => TextFaults(file.Hint, file.Text, result.Project.ParseOptions)));
        }

        if (checks.HasFlag(GeneratorChecks.Compiles))
        {
            faults.AddRange(CompilerFaults(result.Compilation, result.Files));
        }

        if (faults.Count > 0)
        {
            throw new RoslynTestException($"{string.Join('\n', faults)}\n\n{Numbered(result)}");
        }
    }

    public static IEnumerable<string> HintFaults(IReadOnlyCollection<string> hints)
    {
        foreach (string hint in hints)
        {
            if (!LegalHint().IsMatch(hint))
            {
                yield return $"Hint name '{hint}' leaves the alphabet [A-Za-z0-9._-] or does not end with .g.cs.";
            }

            if (hint.Length > LongestHint)
            {
                yield return $"Hint name '{hint}' has {hint.Length.ToString(CultureInfo.InvariantCulture)} characters, over {LongestHint}.";
            }
        }

        foreach (IGrouping<string, string> alike in hints.GroupBy(static hint => hint, StringComparer.OrdinalIgnoreCase).Where(static group => group.Count() > 1))
        {
            yield return $"Hint names are equal but for case: {string.Join(", ", alike)}.";
        }
    }

    public static IEnumerable<string> TextFaults(string hint, string text, CSharpParseOptions options)
    {
        if (!text.EndsWith('\n') || text.EndsWith("\n\n", StringComparison.Ordinal))
        {
            yield return $"{hint} does not end with exactly one line feed.";
        }

        if (text.Contains('\r', StringComparison.Ordinal))
        {
            yield return $"{hint} contains a carriage return.";
        }

        string? blank = text.Split('\n').FirstOrDefault(static line => line.TrimEnd('\r').EndsWith(' ') || line.TrimEnd('\r').EndsWith('\t'));
        if (blank is not null)
        {
            yield return $"{hint} has blanks at the end of the line '{blank}'.";
        }

        foreach (Diagnostic diagnostic in CSharpSyntaxTree.ParseText(text, options, hint).GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            yield return DiagnosticText.Show(diagnostic);
        }
    }

    public static IEnumerable<string> CompilerFaults(CSharpCompilation compilation, IEnumerable<GeneratedFile> files)
    {
        // The blanket pragma protects users from warnings about their own members; here it would hide warnings about our text.
        foreach (GeneratedFile file in files)
        {
            SyntaxTree bare = file.Tree.WithChangedText(SourceText.From(BlanketPragma().Replace(file.Text, "//"), file.Tree.GetText().Encoding));
            compilation = compilation.ReplaceSyntaxTree(file.Tree, bare);
        }

        return compilation.GetDiagnostics()
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .Select(DiagnosticText.Show);
    }

    private static string Numbered(GeneratorResult result) => string.Concat(result.Files.Select(static file =>
        $"---- {file.Hint}\n{string.Concat(file.Text.TrimEnd('\n').Split('\n').Select(static (line, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1,4} {line}\n")))}"));

    [GeneratedRegex(@"\A[A-Za-z0-9._-]+\.g\.cs\z")]
    private static partial Regex LegalHint();

    [GeneratedRegex(@"^[ \t]*#pragma warning disable[ \t]*\r?$", RegexOptions.Multiline)]
    private static partial Regex BlanketPragma();
}
