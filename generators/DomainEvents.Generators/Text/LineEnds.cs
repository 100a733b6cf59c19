namespace DomainEvents.Generators.Text;

/// <summary>Line ends of text that was written by users, on whatever machine.</summary>
internal static class LineEnds
{
    /// <summary>The text with <c>\n</c> for every line end, and without one at its end.</summary>
    public static string Normalize(string text) =>
        (text.IndexOf('\r') < 0 ? text : text.Replace("\r\n", "\n").Replace('\r', '\n')).TrimEnd('\n');
}
