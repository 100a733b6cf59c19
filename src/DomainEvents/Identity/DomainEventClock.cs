using DomainEvents.Identity;

namespace DomainEvents;

/// <summary>The clock from which new events take their id and their time. It is the system's, unless a flow of code uses another.</summary>
public static class DomainEventClock
{
    private static readonly EventIdSequence s_ids = new();
    private static readonly AsyncLocal<Override?> s_override = new();
    private static int s_overrides;

    /// <summary>
    /// Replaces the clock for the calling method and for everything it calls or starts, across awaits, until the result is disposed.
    /// Other flows keep theirs. Ids increase from the clock's time on, and differ from those of every other use.
    /// </summary>
    /// <param name="timeProvider">The clock.</param>
    /// <returns>Dispose it in the same method to bring back the clock there was before. Disposing twice is harmless.</returns>
    /// <exception cref="ArgumentNullException">There is no clock.</exception>
    public static IDisposable Use(TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(timeProvider);
        var clock = new Override(timeProvider, s_override.Value);
        Interlocked.Increment(ref s_overrides);
        s_override.Value = clock;
        return clock;
    }

    /// <summary>Id and time of a new event, from one reading of the clock.</summary>
    internal static void Read(out Guid eventId, out DateTimeOffset occurredAt)
    {
        // The flow is looked at only while somebody somewhere uses another clock.
        if (Volatile.Read(ref s_overrides) != 0 && ActiveOverride() is { } clock)
        {
            // A provider of the user's may answer with an offset.
            occurredAt = clock.TimeProvider.GetUtcNow().ToUniversalTime();
            eventId = clock.NextId(occurredAt.UtcTicks);
            return;
        }

        occurredAt = DateTimeOffset.UtcNow;
        eventId = s_ids.Next(occurredAt.UtcTicks);
    }

    /// <summary>The innermost override that is not disposed: a flow that was started under one may outlive it.</summary>
    private static Override? ActiveOverride()
    {
        var clock = s_override.Value;
        while (clock is { IsDisposed: true })
        {
            clock = clock.Previous;
        }

        return clock;
    }

    private sealed class Override(TimeProvider timeProvider, Override? previous) : IDisposable
    {
        private EventIdSequence? _ids;
        private int _isDisposed;

        public TimeProvider TimeProvider => timeProvider;

        public Override? Previous => previous;

        public bool IsDisposed => Volatile.Read(ref _isDisposed) != 0;

        /// <summary>From a sequence around the time of the first event: test clocks like to show the year 2000.</summary>
        public Guid NextId(long utcTicks)
        {
            if (Volatile.Read(ref _ids) is not { } ids)
            {
                var created = EventIdSequence.Around(utcTicks);
                ids = Interlocked.CompareExchange(ref _ids, created, null) ?? created;
            }

            return ids.Next(utcTicks);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                s_override.Value = previous;
                Interlocked.Decrement(ref s_overrides);
            }
        }
    }
}
