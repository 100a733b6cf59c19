namespace DomainEvents.Hosting.Publishing;

/// <summary>
/// The <see cref="IDomainEventPublisher"/> of a container: publishes through the core, with scoped handlers and services from the scope
/// that it was resolved from. Resolved from the root it passes no services, and the core opens a scope for a publish that needs one.
/// </summary>
internal sealed class ScopedPublisher(DomainEventPublisher core, ContainerScopes container, IServiceProvider services) : IDomainEventPublisher
{
    private readonly IServiceProvider? _services = ReferenceEquals(services, container.Root) ? null : services;

    public void Publish(IDomainEvent domainEvent) => core.Publish(domainEvent, _services);

    public ValueTask PublishAsync(IDomainEvent domainEvent, CancellationToken cancellationToken = default) =>
        core.PublishAsync(domainEvent, _services, cancellationToken);

    public void PublishBatch(IReadOnlyList<IDomainEvent> domainEvents) => core.PublishBatch(domainEvents, _services);

    public ValueTask PublishBatchAsync(IReadOnlyList<IDomainEvent> domainEvents, CancellationToken cancellationToken = default) =>
        core.PublishBatchAsync(domainEvents, _services, cancellationToken);
}
