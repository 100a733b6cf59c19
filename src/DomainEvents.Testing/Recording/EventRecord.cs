using DomainEvents.Observation;

namespace DomainEvents.Testing.Recording;

/// <summary>What a spy has seen so far. Written by every thread that publishes, under one lock, under which no user code runs.</summary>
internal sealed class EventRecord
{
    private readonly object _gate = new();
    private readonly List<ReceivedEvent> _received = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<IDomainEvent, Queued> _queued = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _published = new(StringComparer.Ordinal);
    private readonly List<HandlerObservation> _running = [];
    private readonly List<Waiter> _waiters = [];
    private ReceivedEvent[]? _snapshot;

    /// <summary>What was received, in order. The array is never written again.</summary>
    public ReceivedEvent[] Snapshot()
    {
        lock (_gate)
        {
            return _snapshot ??= [.. _received];
        }
    }

    /// <summary>The handlers of an event type that run.</summary>
    public List<string> RunningHandlers(string eventType)
    {
        lock (_gate)
        {
            return [.. _running.Where(handler => handler.Publish.EventType == eventType).Select(static handler => handler.Name)];
        }
    }

    /// <summary>Notes a publish.</summary>
    public void Begin(in ReceivedEvent received)
    {
        lock (_gate)
        {
            _received.Add(received);
            _snapshot = null;
            _published.Add(received.EventType);
            OpenLocked(received.EventType);
            foreach (var waiter in _waiters)
            {
                waiter.Received(received);
            }

            Forget();
        }
    }

    /// <summary>Notes a handler that begins.</summary>
    public void BeginHandler(HandlerObservation handler)
    {
        lock (_gate)
        {
            _running.Add(handler);
        }
    }

    /// <summary>Notes a handler that is done.</summary>
    public void EndHandler(HandlerObservation handler)
    {
        lock (_gate)
        {
            _running.Remove(handler);
        }
    }

    /// <summary>Notes that every handler of a publish is done.</summary>
    public void End(string eventType)
    {
        lock (_gate)
        {
            CloseLocked(eventType);
        }
    }

    /// <summary>Notes an event that waits to be published.</summary>
    public void Queue(IDomainEvent domainEvent)
    {
        var eventType = domainEvent.EventType;
        lock (_gate)
        {
            _queued[domainEvent] = new Queued(eventType, _queued.GetValueOrDefault(domainEvent).Times + 1);
            OpenLocked(eventType);
        }
    }

    /// <summary>Notes that an event waits no more. One that waited before the spy came is not known.</summary>
    public void Unqueue(IDomainEvent domainEvent)
    {
        lock (_gate)
        {
            if (!_queued.Remove(domainEvent, out var queued))
            {
                return;
            }

            if (queued.Times > 1)
            {
                _queued.Add(domainEvent, queued with { Times = queued.Times - 1 });
            }

            CloseLocked(queued.EventType);
        }
    }

    /// <summary>Whether events of a type wait to be published.</summary>
    public bool IsQueued(string eventType)
    {
        lock (_gate)
        {
            return _queued.Values.Any(queued => queued.EventType == eventType);
        }
    }

    /// <summary>Tells a waiter of what there is already, and of what comes unless that is enough.</summary>
    public void Wait(Waiter waiter)
    {
        lock (_gate)
        {
            foreach (var received in _received)
            {
                waiter.Received(received);
            }

            foreach (var (eventType, open) in _open)
            {
                if (open == 0 && _published.Contains(eventType))
                {
                    waiter.Handled(eventType);
                }
            }

            if (!waiter.IsDone)
            {
                _waiters.Add(waiter);
            }
        }
    }

    /// <summary>Tells a waiter no more.</summary>
    public void Leave(Waiter waiter)
    {
        lock (_gate)
        {
            _waiters.Remove(waiter);
        }
    }

    private void OpenLocked(string eventType) => _open[eventType] = _open.GetValueOrDefault(eventType) + 1;

    private void CloseLocked(string eventType)
    {
        if (--_open[eventType] > 0 || !_published.Contains(eventType))
        {
            return;
        }

        foreach (var waiter in _waiters)
        {
            waiter.Handled(eventType);
        }

        Forget();
    }

    private void Forget() => _waiters.RemoveAll(static waiter => waiter.IsDone);

    private readonly record struct Queued(string EventType, int Times);
}
