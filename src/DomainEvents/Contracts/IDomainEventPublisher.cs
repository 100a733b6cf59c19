namespace DomainEvents;

/// <summary>Publishes events to their handlers and subscribers, at once and in order. Safe for use by several threads.</summary>
public interface IDomainEventPublisher
{
    /// <summary>Runs every handler of the event before it returns.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <exception cref="ArgumentNullException">The event is <see langword="null"/>.</exception>
    /// <exception cref="AsyncHandlersException">The event has asynchronous handlers. No handler has run.</exception>
    /// <exception cref="DomainEventHandlingException">Handlers threw. Every other handler has run.</exception>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    void Publish(IDomainEvent domainEvent);

    /// <summary>Runs every handler of the event; the result completes when all have.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="cancellationToken">Checked before the first handler and passed on to each.</param>
    /// <exception cref="ArgumentNullException">The event is <see langword="null"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before the first handler, or every failure is its cancellation.</exception>
    /// <exception cref="DomainEventHandlingException">Handlers threw. Every other handler has run.</exception>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    ValueTask PublishAsync(IDomainEvent domainEvent, CancellationToken cancellationToken = default);

    /// <summary>Publishes the events one after the other. A failing event stops no other; the failures are thrown together at the end.</summary>
    /// <param name="domainEvents">The events, in order.</param>
    void PublishBatch(IReadOnlyList<IDomainEvent> domainEvents);

    /// <summary>Publishes the events one after the other. A failing event stops no other; the failures are thrown together at the end.</summary>
    /// <param name="domainEvents">The events, in order.</param>
    /// <param name="cancellationToken">Checked before each event and passed on to each handler.</param>
    ValueTask PublishBatchAsync(IReadOnlyList<IDomainEvent> domainEvents, CancellationToken cancellationToken = default);
}
