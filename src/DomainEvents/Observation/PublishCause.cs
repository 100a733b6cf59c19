namespace DomainEvents.Observation;

/// <summary>
/// The handler call during which something happens, across awaits and into the background. It refers to no observation: in an endless
/// chain, where each event causes the next, only the last link is kept.
/// </summary>
/// <param name="PublishNumber">The number of the publish that called the handler.</param>
/// <param name="EventId">The event that the handler got.</param>
/// <param name="HandlerName">The handler.</param>
/// <param name="HandlerNumber">The number of the call within its publish.</param>
internal sealed record PublishCause(long PublishNumber, Guid EventId, string HandlerName, int HandlerNumber)
{
    private static readonly AsyncLocal<PublishCause?> s_current = new();

    /// <summary>The call during which this code runs, or <see langword="null"/> outside of observed handlers.</summary>
    public static PublishCause? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }
}
