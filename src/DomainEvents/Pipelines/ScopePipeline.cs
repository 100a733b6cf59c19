using DomainEvents.CompilerServices;

namespace DomainEvents.Pipelines;

/// <summary>Opens a scope for a publish that comes without services, for events whose handlers need some.</summary>
internal sealed class ScopePipeline(EventPipeline inner, PublishContext context) : EventPipeline
{
    public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (services is not null)
        {
            inner.Invoke(domainEvent, services);
            return;
        }

        var scope = context.OpenScope(out services);
        try
        {
            inner.Invoke(domainEvent, services);
        }
        finally
        {
            context.Close(scope);
        }
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        services is null ? InvokeInScopeAsync(domainEvent, cancellationToken) : inner.InvokeAsync(domainEvent, services, cancellationToken);

    internal override void RefuseAsyncHandlers(IDomainEvent domainEvent) => inner.RefuseAsyncHandlers(domainEvent);

    internal override EventPipeline CreatePhase(HandlerPhase phase) => new ScopePipeline(inner.Of(phase), context);

    private async ValueTask InvokeInScopeAsync(IDomainEvent domainEvent, CancellationToken cancellationToken)
    {
        var scope = context.OpenScope(out var services);
        try
        {
            await inner.InvokeAsync(domainEvent, services, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await context.CloseAsync(scope).ConfigureAwait(false);
        }
    }
}
