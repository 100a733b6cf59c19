using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>Reads <c>[|span|]</c>, <c>{|KEY:span|}</c> and the caret <c>$$</c> out of a source; spans may nest and may be empty.</summary>
public static class SourceMarkup
{
    /// <summary>Takes the markup out; markup that does not balance is an error of the test.</summary>
    public static MarkedSource Parse(string source)
    {
        var text = new StringBuilder(source.Length);
        List<(string? Key, int Start, int End)> spans = [];
        var open = new Stack<(int Index, bool Keyed)>();
        int? caret = null;
        int position = 0;
        while (position < source.Length)
        {
            ReadOnlySpan<char> rest = source.AsSpan(position);
            if (rest.StartsWith("[|"))
            {
                open.Push((spans.Count, Keyed: false));
                spans.Add((null, text.Length, -1));
                position += 2;
            }
            else if (rest.StartsWith("{|") && rest.IndexOf(':') is > 2 and int colon && IsKey(rest[2..colon]))
            {
                open.Push((spans.Count, Keyed: true));
                spans.Add((rest[2..colon].ToString(), text.Length, -1));
                position += colon + 1;
            }
            else if (rest.StartsWith("|]") || rest.StartsWith("|}"))
            {
                bool keyed = rest[1] == '}';
                if (!open.TryPop(out (int Index, bool Keyed) opened) || opened.Keyed != keyed)
                {
                    throw Unbalanced(source, position);
                }

                spans[opened.Index] = spans[opened.Index] with { End = text.Length };
                position += 2;
            }
            else if (rest.StartsWith("$$") && !rest.StartsWith("$$\"") && !rest.StartsWith("$$$"))
            {
                // In front of a quote the two signs open an interpolated raw string instead.
                caret = caret is null ? text.Length : throw new RoslynTestException("A source has one caret at most.");
                position += 2;
            }
            else
            {
                text.Append(rest[0]);
                position++;
            }
        }

        return open.Count == 0
            ? new MarkedSource(text.ToString(), [.. spans.Select(static span => new MarkedSpan(span.Key, TextSpan.FromBounds(span.Start, span.End)))], caret)
            : throw Unbalanced(source, source.Length);
    }

    /// <summary>The markup of each file, and the project without it.</summary>
    public static (TestProject Project, IReadOnlyDictionary<string, MarkedSource> Marked) Parse(TestProject project)
    {
        var marked = project.Files.ToDictionary(static file => file.Path, static file => Parse(file.Text), StringComparer.Ordinal);
        return (project.WithFiles(project.Files.Select(file => file with { Text = marked[file.Path].Text })), marked);
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (char character in key)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '#')
            {
                return false;
            }
        }

        return true;
    }

    private static RoslynTestException Unbalanced(string source, int position) =>
        new($"The markup does not balance at {position.ToString(CultureInfo.InvariantCulture)}, behind '{source[Math.Max(0, position - 30)..position]}'.");
}
