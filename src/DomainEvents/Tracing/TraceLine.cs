namespace DomainEvents.Tracing;

/// <summary>One line of a printed trace.</summary>
internal readonly record struct TraceLine(
    DateTimeOffset At, string Branch, string Name, bool IsEvent, TimeSpan? Duration, Exception? Exception, string Note)
{
    private const int MaxBranch = 120;

    /// <summary>The lines of a trace, each event before its handlers, each handler before what it published.</summary>
    public static List<TraceLine> Of(IReadOnlyList<EventTrace> traces)
    {
        var lines = new List<TraceLine>();

        // A stack of our own: a chain may be longer than that of the thread is deep.
        var open = new Stack<(object Item, string Branch, string Children)>();
        Push(traces, static (trace, _, _) => (trace, string.Empty, string.Empty));
        while (open.TryPop(out var next))
        {
            var (item, branch, children) = next;
            if (children.Length > MaxBranch)
            {
                children = children[..MaxBranch];
            }

            if (item is EventTrace trace)
            {
                lines.Add(OfEvent(trace, branch));
                Push(trace.Handlers, Child);
            }
            else
            {
                var handler = (HandlerTrace)item;
                lines.Add(OfHandler(handler, branch));
                Push(handler.Published, Child);
            }

            (object, string, string) Child(object child, int index, int count) => index == count - 1
                ? (child, children + "└─ ", children + "   ")
                : (child, children + "├─ ", children + "│  ");
        }

        return lines;

        void Push(IReadOnlyList<object> items, Func<object, int, int, (object, string, string)> entry)
        {
            for (var i = items.Count - 1; i >= 0; i--)
            {
                open.Push(entry(items[i], i, items.Count));
            }
        }
    }

    private static TraceLine OfEvent(EventTrace trace, string branch)
    {
        var notes = new List<string>();
        if (trace.Phase is { } phase)
        {
            notes.Add(phase == HandlerPhase.InTransaction ? "in transaction" : "after commit");
        }

        if (branch.Length == 0 && trace.CausedByHandler is { } handler)
        {
            notes.Add($"caused by {handler} for {trace.CausedByEventId}");
        }

        if (trace.OmittedHandlers > 0)
        {
            notes.Add($"{trace.OmittedHandlers} more calls not kept");
        }

        // The failure stands beside the handler; beside the event only where there is none.
        var exception = trace.Handlers.Any(static handler => handler.Exception is not null) ? null : trace.Exception;
        return new TraceLine(trace.StartedAt, branch, trace.EventType, true, trace.Duration, exception, string.Join(", ", notes));
    }

    private static TraceLine OfHandler(HandlerTrace handler, string branch) =>
        new(handler.StartedAt, branch, handler.Name, false, handler.Duration, handler.Exception, handler.IsBackground ? "background" : string.Empty);
}
