namespace DomainEvents.Persistence.UnitsOfWork;

/// <summary>
/// The events of one transaction whose handlers have run in it, in order. An event is told from others by reference, so that none is
/// handled twice however often it is found.
/// </summary>
internal sealed class EventLedger
{
    private readonly List<CapturedEvent> _events = [];
    private readonly HashSet<IDomainEvent> _known = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<CapturedEvent> Events => _events;

    public int Count => _events.Count;

    /// <summary>How many of the first events are written, if they are durable.</summary>
    public int WrittenCount { get; private set; }

    public bool Contains(IDomainEvent domainEvent) => _known.Contains(domainEvent);

    public void Add(in CapturedEvent captured)
    {
        _known.Add(captured.Event);
        _events.Add(captured);
    }

    /// <summary>The messages of the durable events that are not written yet. A place in a stream counts those that are.</summary>
    public OutboxMessage[] CreateMessages(OutboxMessageFactory factory)
    {
        List<OutboxMessage>? messages = null;
        Dictionary<StreamRef, int>? ordinals = null;
        for (var i = 0; i < _events.Count; i++)
        {
            if (!_events[i].IsDurable)
            {
                continue;
            }

            var stream = _events[i].Stream?.Invoke() ?? default;
            var ordinal = 0;
            if (stream.Version is not null)
            {
                ordinals ??= [];
                ordinal = ordinals.GetValueOrDefault(stream);
                ordinals[stream] = ordinal + 1;
            }

            if (i >= WrittenCount)
            {
                (messages ??= []).Add(factory.Create(_events[i].Event, stream, ordinal));
            }
        }

        return messages?.ToArray() ?? [];
    }

    public void MarkWritten() => WrittenCount = _events.Count;

    /// <summary>Forgets what came after a point: it was undone in the database.</summary>
    public void Truncate(int count, int writtenCount)
    {
        for (var i = count; i < _events.Count; i++)
        {
            _known.Remove(_events[i].Event);
        }

        _events.RemoveRange(count, _events.Count - count);
        WrittenCount = writtenCount;
    }

    /// <summary>Takes events off the objects that raised them, from a place on: they are written for good, or undone for good.</summary>
    public void TakeOff(int start)
    {
        for (var first = start; first < _events.Count;)
        {
            // Those of one object stand together, more often than not.
            var source = _events[first].Source;
            List<IDomainEvent> taken = [];
            for (; first < _events.Count && ReferenceEquals(_events[first].Source, source); first++)
            {
                taken.Add(_events[first].Event);
            }

            source.Remove(taken);
        }
    }

    /// <summary>Takes the events off the objects that raised them, and hands out those whose handlers run now: the relay has the others.</summary>
    public List<IDomainEvent> Complete()
    {
        TakeOff(0);
        List<IDomainEvent> transient = [];
        foreach (var captured in _events)
        {
            if (!captured.IsDurable)
            {
                transient.Add(captured.Event);
            }
        }

        return transient;
    }
}
