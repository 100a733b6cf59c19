namespace DomainEvents.Subscriptions;

/// <summary>
/// Gives each subscription its place: a number that increases from one to the next and tells the time of registration as well, for a
/// second field would cost 8 bytes 100,000 times. The low bits count the subscriptions of one tick.
/// </summary>
/// <param name="origin">UTC ticks that times are counted from; they reach a century before and after.</param>
internal sealed class RegistrationOrder(long origin)
{
    private const int CountBits = 8;

    private static readonly long s_maxDistance = long.MaxValue >> CountBits;

    private long _last = long.MinValue;

    /// <summary>The time of the latest place, in UTC ticks.</summary>
    public long Latest => TimeOf(_last);

    /// <summary>The next place. If the clock went back a little, or there are more than 256 in a tick, it tells a time slightly late.</summary>
    /// <param name="now">UTC ticks.</param>
    public long Next(long now) => _last = Math.Max(_last + 1, Math.Clamp(now - origin, -s_maxDistance, s_maxDistance) << CountBits);

    /// <summary>UTC ticks.</summary>
    public long TimeOf(long place) => origin + (place >> CountBits);

    /// <summary>Lets the next place be that of an earlier time. The places given so far have to be given anew.</summary>
    public void Restart() => _last = long.MinValue;
}
