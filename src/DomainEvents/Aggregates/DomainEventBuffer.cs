using System.Collections;

namespace DomainEvents.Persistence;

/// <summary>
/// The events that an object has raised and no unit of work has committed, in order. A unit of work takes exactly those off that it has
/// committed, and puts them back when their transaction is rolled back. Not for use by several threads at once.
/// </summary>
public sealed class DomainEventBuffer : IReadOnlyList<IDomainEvent>
{
    private List<IDomainEvent>? _events;

    /// <inheritdoc />
    public int Count => _events?.Count ?? 0;

    /// <inheritdoc />
    public IDomainEvent this[int index] => (_events ?? [])[index];

    /// <summary>Adds an event at the end.</summary>
    /// <param name="domainEvent">The event. One instance is one occurrence: it cannot wait twice.</param>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    /// <exception cref="ArgumentException">This very instance waits already.</exception>
    public void Raise(IDomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        if (Contains(domainEvent))
        {
            throw new ArgumentException(
                $"This instance of '{domainEvent.EventType}' was raised already and is not committed yet. Raise a new instance.", nameof(domainEvent));
        }

        (_events ??= []).Add(domainEvent);
    }

    /// <summary>For a unit of work that has committed: takes events off, by reference. Those that are not here are passed over.</summary>
    /// <param name="domainEvents">What was committed.</param>
    public void Remove(IReadOnlyCollection<IDomainEvent> domainEvents)
    {
        ArgumentNullException.ThrowIfNull(domainEvents);
        if (_events is { Count: > 0 } && domainEvents.Count > 0)
        {
            var committed = new HashSet<IDomainEvent>(domainEvents, ReferenceEqualityComparer.Instance);
            _events.RemoveAll(committed.Contains);
        }
    }

    /// <summary>For a unit of work that was rolled back: puts events back before those raised since, in the order given.</summary>
    /// <param name="domainEvents">What had been taken off. Those that are here already are passed over.</param>
    public void Restore(IReadOnlyCollection<IDomainEvent> domainEvents)
    {
        ArgumentNullException.ThrowIfNull(domainEvents);
        (_events ??= []).InsertRange(0, domainEvents.Where(domainEvent => !Contains(domainEvent)).ToArray());
    }

    /// <summary>Forgets every event, as if none had been raised: they are never published.</summary>
    public void Clear() => _events?.Clear();

    /// <inheritdoc />
    public IEnumerator<IDomainEvent> GetEnumerator() => (_events ?? []).GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private bool Contains(IDomainEvent domainEvent)
    {
        foreach (var waiting in _events ?? [])
        {
            if (ReferenceEquals(waiting, domainEvent))
            {
                return true;
            }
        }

        return false;
    }
}
