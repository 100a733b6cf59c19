namespace DomainEvents.Subscriptions;

/// <summary>Tells subscriptions the time. A publish with subscribers reads it once, so it has to be cheap.</summary>
internal sealed class SubscriptionClock
{
    private readonly TimeProvider? _timeProvider;
    private readonly long _origin;
    private readonly bool _tracksCalls;

    public SubscriptionClock(TimeProvider timeProvider, bool tracksCalls)
    {
        _tracksCalls = tracksCalls;
        if (timeProvider == TimeProvider.System)
        {
            // The system's tick count costs a fifth of the system's time, and some milliseconds do not matter here.
            _origin = DateTime.UtcNow.Ticks - (Environment.TickCount64 * TimeSpan.TicksPerMillisecond);
        }
        else
        {
            _timeProvider = timeProvider;
        }
    }

    /// <summary>UTC ticks.</summary>
    public long Now => _timeProvider is null
        ? _origin + (Environment.TickCount64 * TimeSpan.TicksPerMillisecond)
        : _timeProvider.GetUtcNow().UtcTicks;

    /// <summary>UTC ticks for a call of a subscription; their complement if calls are to be counted.</summary>
    public long CallTime => _tracksCalls ? ~Now : Now;
}
