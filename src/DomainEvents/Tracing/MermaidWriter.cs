using System.Globalization;
using System.Text;

namespace DomainEvents.Tracing;

/// <summary>Writes a trace as a Mermaid flowchart: rectangles for events, rounded ones for handlers, dashed arrows into the background.</summary>
internal static class MermaidWriter
{
    // Mermaid refuses more than 500 arrows and more than 50,000 characters.
    private const int MaxNodes = 400;
    private const int MaxLength = 45_000;
    private const int MaxLabel = 200;

    public static string Write(Guid eventId, IReadOnlyList<EventTrace> traces)
    {
        var text = new StringBuilder("flowchart TD\n");
        if (traces.Count == 0)
        {
            return text.Append($"    n0[\"no trace of event {eventId}\"]\n").ToString();
        }

        var failed = new List<string>();
        var open = new Queue<(object Item, string? Parent, bool IsBackground)>(traces.Select(static trace => ((object)trace, (string?)null, false)));
        var nodes = 0;
        while (nodes < MaxNodes && text.Length < MaxLength && open.TryDequeue(out var next))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"n{nodes++}");
            if (next.Item is EventTrace trace)
            {
                text.Append($"    {id}[\"{Label(trace.EventType)}<br/>{TimeOf(trace.Duration)}\"]\n");
                Note(trace.Exception, id);
                foreach (var handler in trace.Handlers)
                {
                    open.Enqueue((handler, id, handler.IsBackground));
                }
            }
            else
            {
                var handler = (HandlerTrace)next.Item;
                var error = handler.Exception is { } exception ? $"<br/>{Label(exception.GetType().Name)}" : string.Empty;
                text.Append($"    {id}(\"{Label(handler.Name)}<br/>{TimeOf(handler.Duration)}{error}\")\n");
                Note(handler.Exception, id);
                foreach (var published in handler.Published)
                {
                    open.Enqueue((published, id, false));
                }
            }

            if (next.Parent is not null)
            {
                text.Append($"    {next.Parent} {(next.IsBackground ? "-.->" : "-->")} {id}\n");
            }
        }

        if (open.Count > 0)
        {
            text.Append("    more[\"and more\"]\n");
        }

        if (failed.Count > 0)
        {
            text.Append($"    classDef failed stroke:#c00,color:#c00\n    class {string.Join(',', failed)} failed\n");
        }

        return text.ToString();

        void Note(Exception? exception, string id)
        {
            if (exception is not null)
            {
                failed.Add(id);
            }
        }
    }

    private static string TimeOf(TimeSpan? duration) =>
        duration is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F3} ms") : "running";

    /// <summary>A label as Mermaid takes it between quotes: nothing in it is markup.</summary>
    private static string Label(string text)
    {
        var label = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (label.Length > MaxLabel)
            {
                return label.Append("...").ToString();
            }

            if (Rune.IsLetterOrDigit(rune) || " .,_-:'/()[]{}".Contains((char)Math.Min(rune.Value, char.MaxValue)))
            {
                label.Append(rune);
            }
            else
            {
                label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return label.ToString();
    }
}
