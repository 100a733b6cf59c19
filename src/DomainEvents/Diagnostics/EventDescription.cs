namespace DomainEvents.Diagnostics;

/// <summary>How messages name an event.</summary>
internal static class EventDescription
{
    /// <summary>The event type and the class: <c>'strategy.created' (Shop.StrategyCreated)</c>.</summary>
    public static string Of(IDomainEvent domainEvent) => $"'{EventTypeOf(domainEvent)}' ({domainEvent.GetType()})";

    /// <summary>The id; the empty one if its getter, which may be the user's, throws.</summary>
    public static Guid EventIdOf(IDomainEvent domainEvent)
    {
        try
        {
            return domainEvent.EventId;
        }
        catch (Exception)
        {
            return Guid.Empty;
        }
    }

    /// <summary>The event type. Its getter may be the user's: one that throws must not hide the error that is being reported.</summary>
    public static string EventTypeOf(IDomainEvent domainEvent)
    {
        try
        {
            return domainEvent.EventType;
        }
        catch (Exception)
        {
            return domainEvent.GetType().ToString();
        }
    }
}
