namespace DomainEvents.Benchmarks.Publishing;

/// <summary>What a container's <c>GetServices</c> resolves: an interface of our own, so that the generator does not take these for handlers.</summary>
public interface IContainerHandler
{
    void Handle(SyncFour domainEvent);
}

public sealed class ContainerHandler0 : IContainerHandler
{
    public void Handle(SyncFour domainEvent) => SyncFourHandler0.On(domainEvent);
}

public sealed class ContainerHandler1 : IContainerHandler
{
    public void Handle(SyncFour domainEvent) => SyncFourHandler1.On(domainEvent);
}

public sealed class ContainerHandler2 : IContainerHandler
{
    public void Handle(SyncFour domainEvent) => SyncFourHandler2.On(domainEvent);
}

public sealed class ContainerHandler3 : IContainerHandler
{
    public void Handle(SyncFour domainEvent) => SyncFourHandler3.On(domainEvent);
}
