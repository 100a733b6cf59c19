using DomainEvents.Diagnostics;
using DomainEvents.Pipelines;

namespace DomainEvents.Subscriptions;

/// <summary>Calls an asynchronous handler on a synchronization context, where it goes on after each await.</summary>
internal sealed class PostedTaskSubscription<TEvent>(SynchronizationContext context, UnhandledErrors errors, Func<TEvent, Task> handler)
    : PostedSubscription<TEvent, Func<TEvent, Task>>(context, errors, handler)
    where TEvent : IDomainEvent
{
    protected override void Deliver(Func<TEvent, Task> handler, TEvent domainEvent, InstrumentedCall? observed) =>
        _ = DeliverAsync(handler, domainEvent, observed);

    private async Task DeliverAsync(Func<TEvent, Task> handler, TEvent domainEvent, InstrumentedCall? observed)
    {
        try
        {
            await (observed is null
                ? new ValueTask(handler(domainEvent))
                : observed.RunDeferredAsync(Bind(handler), domainEvent, null, CancellationToken.None)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Report(domainEvent, exception);
        }
    }

    private BoundHandler Bind(Func<TEvent, Task> handler) =>
        new(Name, handler, null, static (handler, e, _, _) => new ValueTask(((Func<TEvent, Task>)handler!)((TEvent)e)), HandlerErrorPolicy.Propagate);
}
