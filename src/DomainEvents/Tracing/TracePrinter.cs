using System.Globalization;

namespace DomainEvents.Tracing;

/// <summary>Prints traces in columns.</summary>
internal static class TracePrinter
{
    private const string Reset = "\u001b[0m";
    private const string Red = "\u001b[31m";
    private const string Cyan = "\u001b[36m";
    private const string Grey = "\u001b[90m";

    public static void Print(TextWriter writer, Guid eventId, IReadOnlyList<EventTrace> traces, bool inColour)
    {
        if (traces.Count == 0)
        {
            writer.WriteLine($"No trace of event {eventId}: it was not published while the tracer was attached, or is forgotten.");
            return;
        }

        var lines = TraceLine.Of(traces);
        var width = lines.Max(static line => line.Branch.Length + line.Name.Length);
        foreach (var line in lines)
        {
            Print(writer, line, width, inColour);
        }
    }

    private static void Print(TextWriter writer, TraceLine line, int width, bool inColour)
    {
        writer.Write(Coloured(line.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture), Grey));
        writer.Write("  ");
        writer.Write(Coloured(Shown(writer, line.Branch), Grey));
        writer.Write(line.Exception is not null ? Coloured(line.Name, Red) : line.IsEvent ? Coloured(line.Name, Cyan) : line.Name);
        writer.Write(new string(' ', width - line.Branch.Length - line.Name.Length));
        writer.Write(line.Duration is { } duration ? DurationOf(duration) : "   running   ");
        if (line.Note.Length > 0)
        {
            writer.Write("  ");
            writer.Write(Coloured(line.Note, Grey));
        }

        if (line.Exception is { } exception)
        {
            writer.Write("  ");
            writer.Write(Coloured($"failed: {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}", Red));
        }

        writer.WriteLine();

        string Coloured(string text, string colour) => inColour && text.Length > 0 ? colour + text + Reset : text;
    }

    private static string DurationOf(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds,10:F3} ms");

    /// <summary>Lines are drawn where the writer can encode them.</summary>
    private static string Shown(TextWriter writer, string branch) => writer.Encoding.GetByteCount("└") > 1
        ? branch
        : branch.Replace('└', '`').Replace('├', '|').Replace('│', '|').Replace('─', '-');
}
