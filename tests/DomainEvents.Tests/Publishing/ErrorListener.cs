using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace DomainEvents.Tests.Publishing;

/// <summary>Keeps the messages of the errors that the event source writes.</summary>
internal sealed class ErrorListener : EventListener
{
    public ConcurrentBag<string?> Messages { get; } = [];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "DomainEvents")
        {
            EnableEvents(eventSource, EventLevel.Error);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) => Messages?.Add(eventData.Payload?[1] as string);
}
