using System.Diagnostics.Tracing;

namespace DomainEvents.Diagnostics;

/// <summary>The event source <c>DomainEvents</c>: where errors go that no caller sees and for which no callback is set.</summary>
[EventSource(Name = "DomainEvents")]
internal sealed class DomainEventsEventSource : EventSource
{
    public static readonly DomainEventsEventSource Log = new();

    private DomainEventsEventSource()
    {
    }

    [NonEvent]
    public void UnhandledError(Exception exception)
    {
        if (IsEnabled(EventLevel.Error, EventKeywords.None))
        {
            UnhandledError(exception.GetType().ToString(), exception.Message, exception.ToString());
        }
    }

    [Event(1, Level = EventLevel.Error, Message = "{0}: {1}")]
    private void UnhandledError(string type, string message, string details) => WriteEvent(1, type, message, details);
}
