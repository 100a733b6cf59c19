namespace DomainEvents.Benchmarks.Publishing;

[DomainEvent("benchmark.scoped")]
public sealed partial class ScopedEvent
{
    public int Value { get; }
}

[DomainEventHandler(Lifetime = HandlerLifetime.Scoped, Order = 0)]
public sealed class ScopedHandler0 : IDomainEventHandler<ScopedEvent>
{
    private long _sum;

    public void Handle(ScopedEvent domainEvent) => _sum += domainEvent.Value + 0;
}

[DomainEventHandler(Lifetime = HandlerLifetime.Scoped, Order = 1)]
public sealed class ScopedHandler1 : IDomainEventHandler<ScopedEvent>
{
    private long _sum;

    public void Handle(ScopedEvent domainEvent) => _sum += domainEvent.Value + 1;
}

[DomainEventHandler(Lifetime = HandlerLifetime.Scoped, Order = 2)]
public sealed class ScopedHandler2 : IDomainEventHandler<ScopedEvent>
{
    private long _sum;

    public void Handle(ScopedEvent domainEvent) => _sum += domainEvent.Value + 2;
}

[DomainEventHandler(Lifetime = HandlerLifetime.Scoped, Order = 3)]
public sealed class ScopedHandler3 : IDomainEventHandler<ScopedEvent>
{
    private long _sum;

    public void Handle(ScopedEvent domainEvent) => _sum += domainEvent.Value + 3;
}
