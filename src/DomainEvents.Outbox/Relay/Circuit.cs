namespace DomainEvents.Persistence.Relay;

/// <summary>Keeps from calling what is down: after each failure it stays open longer, after one success it is closed.</summary>
internal sealed class Circuit(TimeSpan longest, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);

    private int _failures;
    private long _openedAt;
    private TimeSpan _delay;

    public bool IsOpen => _failures > 0;

    /// <summary>How long to wait before the next try; zero when it may be tried.</summary>
    public TimeSpan Remaining
    {
        get
        {
            if (_failures == 0)
            {
                return TimeSpan.Zero;
            }

            var remaining = _delay - timeProvider.GetElapsedTime(_openedAt);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <returns>Whether it was closed before: the moment to say so.</returns>
    public bool Fail()
    {
        _openedAt = timeProvider.GetTimestamp();
        _delay = Backoff.Delay(_failures, s_first, longest, Random.Shared.NextDouble());
        return _failures++ == 0;
    }

    /// <returns>Whether it was open before.</returns>
    public bool Succeed()
    {
        var wasOpen = _failures > 0;
        _failures = 0;
        return wasOpen;
    }
}
