namespace DomainEvents;

/// <summary>How the handlers of a publisher fare, judged by <see cref="DomainEventMetrics.GetHealth"/>.</summary>
public enum DomainEventHealth
{
    /// <summary>Too few calls of handlers to tell: under 20 in the window.</summary>
    Unknown,

    /// <summary>Nothing is wrong.</summary>
    Healthy,

    /// <summary>Handlers took more than a second on average.</summary>
    Degraded,

    /// <summary>More than 5 % of the calls of handlers failed.</summary>
    Unhealthy,
}
