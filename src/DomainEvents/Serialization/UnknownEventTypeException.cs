namespace DomainEvents;

/// <summary>Stored or received JSON names an event type and version that no event of the application has.</summary>
public sealed class UnknownEventTypeException : Exception
{
    /// <summary>Names what is unknown.</summary>
    /// <param name="eventType">The event type as it was stored.</param>
    /// <param name="version">The version of its shape.</param>
    public UnknownEventTypeException(string eventType, int version)
        : base($"No event has the event type '{eventType}' in version {version}. Its class may have been removed or renamed, or its assembly is not referenced by the composition root.")
    {
        EventType = eventType;
        Version = version;
    }

    /// <summary>The event type as it was stored.</summary>
    public string EventType { get; }

    /// <summary>The version of its shape.</summary>
    public int Version { get; }
}
