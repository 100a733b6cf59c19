using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// Where a pooled event stands: in use, given back, or out of the pool's care. Copied with a record, whose copy is then in use by itself.
/// Giving back is safe from several threads: one of them succeeds. All leases are equal: they are no part of a record's equality. For
/// generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct EventLease : IEquatable<EventLease>
{
    private const int InUse = 0, Returned = 1, Detached = 2;

    private int _state;

    /// <summary>The event is rented again.</summary>
    public void Begin() => Volatile.Write(ref _state, InUse);

    /// <summary>The event is given back.</summary>
    /// <returns>Whether the pool gets it; not so after <see cref="Detach"/>.</returns>
    /// <exception cref="InvalidOperationException">It has been given back already.</exception>
    public bool End(string eventType)
    {
        switch (Interlocked.CompareExchange(ref _state, Returned, InUse))
        {
            case InUse:
                return true;
            case Detached:
                return false;
            default:
                throw new InvalidOperationException(
                    $"The event '{eventType}' was given back twice. Whoever rented it gives it back once; who keeps it calls Detach() before that.");
        }
    }

    /// <summary>The event never goes back.</summary>
    /// <exception cref="InvalidOperationException">It has been given back already.</exception>
    public void Detach(string eventType)
    {
        if (Interlocked.CompareExchange(ref _state, Detached, InUse) == Returned)
        {
            throw UsedAfterReturn(eventType);
        }
    }

    /// <summary>Refuses an event that was given back: another may be about to use it.</summary>
    /// <exception cref="InvalidOperationException">It has been given back.</exception>
    public readonly void ThrowIfReturned(string eventType)
    {
        if (_state == Returned)
        {
            throw UsedAfterReturn(eventType);
        }
    }

    /// <summary>Always <see langword="true"/>.</summary>
    public readonly bool Equals(EventLease other) => true;

    /// <inheritdoc />
    public override readonly bool Equals(object? obj) => obj is EventLease;

    /// <inheritdoc />
    public override readonly int GetHashCode() => 0;

    private static InvalidOperationException UsedAfterReturn(string eventType) => new(
        $"The event '{eventType}' is used after it was given back to its pool. Call Detach() before that to keep it, or copy what you need.");
}
