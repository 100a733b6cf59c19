using System.Collections.Concurrent;
using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// The events of one type that wait to be rented again: at most <see cref="Capacity"/>. A thread's last returned event waits for that
/// thread, without synchronisation; the others wait for all. What does not fit is left to the garbage collector. Safe for use by several
/// threads. For generated code.
/// </summary>
/// <typeparam name="TEvent">The event.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventPool<TEvent>
    where TEvent : class
{
    /// <summary>How many events of the type wait at most.</summary>
    public const int Capacity = 100;

    private static readonly ConcurrentQueue<TEvent> s_shared = new();
    private static int s_taken;

    [ThreadStatic]
    private static ThreadPlace? t_place;

    /// <summary>Takes an event, if one waits.</summary>
    public static bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TEvent? domainEvent)
    {
        if (t_place is { Event: { } own } place)
        {
            place.Event = null;
            domainEvent = own;
            return true;
        }

        if (!s_shared.TryDequeue(out domainEvent))
        {
            return false;
        }

        Interlocked.Decrement(ref s_taken);
        return true;
    }

    /// <summary>Lets an event wait, if there is a place for it.</summary>
    public static void Put(TEvent domainEvent)
    {
        var place = t_place;
        if (place is null && TryTakePlace())
        {
            t_place = place = new ThreadPlace();
        }

        if (place is { Event: null })
        {
            place.Event = domainEvent;
        }
        else if (TryTakePlace())
        {
            s_shared.Enqueue(domainEvent);
        }
    }

    private static bool TryTakePlace()
    {
        if (Interlocked.Increment(ref s_taken) <= Capacity)
        {
            return true;
        }

        Interlocked.Decrement(ref s_taken);
        return false;
    }

    /// <summary>The place of one thread, which keeps it while it lives, empty or not.</summary>
    private sealed class ThreadPlace
    {
        public TEvent? Event;

        ~ThreadPlace() => Interlocked.Decrement(ref s_taken);
    }
}
