namespace DomainEvents;

/// <summary>Publishes events to the handlers of a table and to subscribers. Safe for use by several threads.</summary>
public sealed class DomainEventPublisher : IDomainEventPublisher
{
    /// <summary>Builds a publisher.</summary>
    public DomainEventPublisher(DomainEventPublisherOptions? options = null) => throw new NotImplementedException();

    /// <inheritdoc />
    public void Publish(IDomainEvent domainEvent) => throw new NotImplementedException();

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    public void Publish(IDomainEvent domainEvent, IServiceProvider? services) => throw new NotImplementedException();

    /// <inheritdoc />
    public ValueTask PublishAsync(IDomainEvent domainEvent, CancellationToken cancellationToken = default) => throw new NotImplementedException();

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    public ValueTask PublishAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <inheritdoc />
    public void PublishBatch(IReadOnlyList<IDomainEvent> domainEvents) => throw new NotImplementedException();

    /// <inheritdoc />
    public ValueTask PublishBatchAsync(IReadOnlyList<IDomainEvent> domainEvents, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    public void PublishBatch(IReadOnlyList<IDomainEvent> domainEvents, IServiceProvider? services) => throw new NotImplementedException();

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    public ValueTask PublishBatchAsync(
        IReadOnlyList<IDomainEvent> domainEvents, IServiceProvider? services, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
