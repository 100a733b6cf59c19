namespace DomainEvents.Persistence.Relay;

/// <summary>Waits that double, up to a limit, with a fifth of chance so that many who failed together do not come back together.</summary>
internal static class Backoff
{
    /// <param name="failures">How often it failed before, from zero on.</param>
    /// <param name="first">The first wait.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan Delay(int failures, TimeSpan first, TimeSpan longest, double chance)
    {
        var seconds = Math.Min(first.TotalSeconds * Math.Pow(2, Math.Min(failures, 60)), longest.TotalSeconds);
        return TimeSpan.FromSeconds(seconds * (0.8 + (0.4 * chance)));
    }
}
