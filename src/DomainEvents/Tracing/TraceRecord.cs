using DomainEvents.Observation;

namespace DomainEvents.Tracing;

/// <summary>The memory of a tracer. Written by every thread that publishes, under one lock, under which no user code runs.</summary>
/// <param name="capacity">How many publishes and handler calls are kept.</param>
internal sealed class TraceRecord(int capacity)
{
    private readonly object _gate = new();
    private readonly Queue<TracedPublish> _oldestFirst = new();
    private readonly Dictionary<long, TracedPublish> _byNumber = [];
    private readonly Dictionary<Guid, List<TracedPublish>> _byEvent = [];
    private int _count;

    public void Begin(PublishObservation publish)
    {
        var traced = new TracedPublish(publish);
        lock (_gate)
        {
            Count();
            _oldestFirst.Enqueue(traced);
            _byNumber.Add(traced.Number, traced);
            if (!_byEvent.TryGetValue(traced.EventId, out var publishes))
            {
                _byEvent.Add(traced.EventId, publishes = []);
            }

            publishes.Add(traced);
            if (traced.Cause is { } cause && _byNumber.TryGetValue(cause.PublishNumber, out var causing))
            {
                FindHandler(causing, cause.HandlerNumber)?.Published.Add(traced);
            }
        }
    }

    public void BeginHandler(HandlerObservation handler)
    {
        lock (_gate)
        {
            if (_byNumber.TryGetValue(handler.Publish.Number, out var publish))
            {
                if (publish.Handlers.Count + 1 >= capacity)
                {
                    publish.OmittedHandlers++;
                    return;
                }

                publish.Handlers.Add(new TracedHandler(handler));
                Count();
            }
        }
    }

    public void EndHandler(HandlerObservation handler)
    {
        lock (_gate)
        {
            if (_byNumber.TryGetValue(handler.Publish.Number, out var publish) && FindHandler(publish, handler.Number) is { } traced)
            {
                traced.Duration = handler.Duration;
                traced.Exception = handler.Exception;
            }
        }
    }

    public void End(PublishObservation publish)
    {
        lock (_gate)
        {
            if (_byNumber.TryGetValue(publish.Number, out var traced))
            {
                traced.Duration = publish.Duration;
                traced.Exception = publish.Exception;
            }
        }
    }

    /// <summary>The publishes of an event with all that they led to.</summary>
    public EventTrace[] Read(Guid eventId)
    {
        lock (_gate)
        {
            return _byEvent.TryGetValue(eventId, out var publishes) ? Picture(publishes) : [];
        }
    }

    /// <summary>From the last to the first, because a chain may be longer than the stack is deep, and what was caused is younger than its cause.</summary>
    private static EventTrace[] Picture(List<TracedPublish> roots)
    {
        var reached = new List<TracedPublish>(roots);
        for (var i = 0; i < reached.Count; i++)
        {
            reached.AddRange(reached[i].Handlers.SelectMany(static handler => handler.Published));
        }

        var pictures = new Dictionary<TracedPublish, EventTrace>();
        foreach (var publish in reached.Distinct().OrderByDescending(static publish => publish.Number))
        {
            pictures.Add(publish, publish.ToTrace(pictures));
        }

        return [.. roots.Select(root => pictures[root])];
    }

    /// <summary>A call by its number. Those of a publish begin in the order of their numbers, or nearly.</summary>
    private static TracedHandler? FindHandler(TracedPublish publish, int number) =>
        publish.Handlers.FindLast(handler => handler.Number == number);

    /// <summary>Counts one more, and forgets the oldest publishes if that is too much; never the latest.</summary>
    private void Count()
    {
        _count++;
        while (_count > capacity && _oldestFirst.Count > 1)
        {
            var oldest = _oldestFirst.Dequeue();
            _count -= 1 + oldest.Handlers.Count;
            _byNumber.Remove(oldest.Number);
            var publishes = _byEvent[oldest.EventId];
            publishes.Remove(oldest);
            if (publishes.Count == 0)
            {
                _byEvent.Remove(oldest.EventId);
            }
        }
    }
}
