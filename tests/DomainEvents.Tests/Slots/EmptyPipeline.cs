using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.Slots;

/// <summary>A pipeline that does nothing and is told from others by its reference.</summary>
internal sealed class EmptyPipeline : EventPipeline
{
    public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) => default;

    internal override void RefuseAsyncHandlers(IDomainEvent domainEvent)
    {
    }

    internal override EventPipeline CreatePhase(HandlerPhase phase) => this;
}
