using System.Text;

namespace DomainEvents.Persistence.Tool;

/// <summary>Columns as wide as what stands in them.</summary>
internal static class Table
{
    public static void Write(TextWriter output, IReadOnlyList<string[]> rows)
    {
        var last = rows[0].Length - 1;
        var widths = Enumerable.Range(0, last).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < last; column++)
            {
                output.Write(row[column].PadRight(widths[column] + 2));
            }

            output.WriteLine(row[last]);
        }
    }

    /// <summary>Text of others on one line: an error's line breaks, or an escape sequence, may not reach the terminal.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            line.Append(char.IsControl(character) ? '?' : character);
        }

        return line.ToString();
    }
}
