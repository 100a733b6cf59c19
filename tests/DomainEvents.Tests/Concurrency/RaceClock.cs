namespace DomainEvents.Tests.Concurrency;

/// <summary>Moments of a race: one order over all its threads.</summary>
internal sealed class RaceClock
{
    private long _now;

    public long Next() => Interlocked.Increment(ref _now);
}
