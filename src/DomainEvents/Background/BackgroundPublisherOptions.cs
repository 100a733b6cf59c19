namespace DomainEvents;

/// <summary>How a <see cref="BackgroundPublisher"/> works. Read once, when it is built.</summary>
public sealed class BackgroundPublisherOptions
{
    /// <summary>How many events may wait in each lane before <see cref="BackgroundPublisher.EnqueueAsync"/> waits. The default is 1024.</summary>
    public int Capacity { get; set; } = 1024;

    /// <summary>How many events may be handled at a time. The default is 1, which keeps every event in order.</summary>
    public int Lanes { get; set; } = 1;

    /// <summary>
    /// What belongs together: events with equal keys are handled one after the other, in the order in which they were enqueued. Events
    /// without a key (<see langword="null"/>) take the lanes in turn. Called by whoever enqueues, who also gets what it throws.
    /// </summary>
    public Func<IDomainEvent, object?>? OrderingKey { get; set; }

    /// <summary>
    /// Gets each event whose handlers failed, and each that a hurried stop left over, with an <see cref="OperationCanceledException"/>.
    /// The default tells the publisher's <see cref="DomainEventPublisherOptions.OnUnhandledError"/>.
    /// </summary>
    public Action<IDomainEvent, Exception>? OnError { get; set; }
}
