using System.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>The differing lines of two texts with a little around them.</summary>
internal static class TextDiff
{
    private const int Context = 3;

    /// <summary>Lines of the first text that are missing carry a minus, lines that only the second has a plus.</summary>
    public static string Show(string expected, string found)
    {
        // Carriage returns are made visible: a difference in line endings alone would otherwise show as two equal texts.
        string[] before = expected.Replace("\r", "\\r", StringComparison.Ordinal).Split('\n');
        string[] after = found.Replace("\r", "\\r", StringComparison.Ordinal).Split('\n');
        List<(char Sign, string Line)> lines = Align(before, after);
        var text = new StringBuilder();
        int shownUpTo = -1;
        for (int index = 0; index < lines.Count; index++)
        {
            bool near = Enumerable.Range(Math.Max(0, index - Context), Math.Min(lines.Count, index + Context + 1) - Math.Max(0, index - Context))
                .Any(neighbour => lines[neighbour].Sign != ' ');
            if (near)
            {
                text.Append(shownUpTo < index - 1 ? "  ...\n" : "").Append(lines[index].Sign).Append(' ').Append(lines[index].Line).Append('\n');
                shownUpTo = index;
            }
        }

        return text.ToString();
    }

    // The longest common subsequence; texts of a few hundred lines need nothing cleverer.
    private static List<(char Sign, string Line)> Align(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
        {
            for (int j = after.Length - 1; j >= 0; j--)
            {
                common[i, j] = before[i] == after[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        List<(char, string)> lines = [];
        int left = 0;
        int right = 0;
        while (left < before.Length || right < after.Length)
        {
            if (left < before.Length && right < after.Length && before[left] == after[right])
            {
                lines.Add((' ', before[left++]));
                right++;
            }
            else if (right == after.Length || (left < before.Length && common[left + 1, right] >= common[left, right + 1]))
            {
                lines.Add(('-', before[left++]));
            }
            else
            {
                lines.Add(('+', after[right++]));
            }
        }

        return lines;
    }
}
