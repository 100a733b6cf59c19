namespace DomainEvents;

/// <summary>How a <see cref="BatchPublisher"/> works. Read once, when it is built.</summary>
public sealed class BatchPublisherOptions
{
    /// <summary>How many events make a batch. The default is 100.</summary>
    public int Size { get; set; } = 100;

    /// <summary>
    /// How long an event waits at most for its batch to fill. The default is 100 milliseconds; <see cref="Timeout.InfiniteTimeSpan"/> lets
    /// it wait until the batch is full or <see cref="BatchPublisher.FlushAsync"/> is called.
    /// </summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Gets each event whose handlers failed. The default tells the publisher's
    /// <see cref="DomainEventPublisherOptions.OnUnhandledError"/>.
    /// </summary>
    public Action<IDomainEvent, Exception>? OnError { get; set; }

    /// <summary>Measures <see cref="MaxDelay"/>. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
