using DomainEvents.Diagnostics;
using DomainEvents.Pipelines;

namespace DomainEvents.Subscriptions;

/// <summary>Calls a synchronous handler on a synchronization context.</summary>
internal sealed class PostedActionSubscription<TEvent>(SynchronizationContext context, UnhandledErrors errors, Action<TEvent> handler)
    : PostedSubscription<TEvent, Action<TEvent>>(context, errors, handler)
    where TEvent : IDomainEvent
{
    protected override void Deliver(Action<TEvent> handler, TEvent domainEvent, InstrumentedCall? observed)
    {
        try
        {
            if (observed is null)
            {
                handler(domainEvent);
            }
            else
            {
                observed.RunDeferred(e => handler((TEvent)e), domainEvent);
            }
        }
        catch (Exception exception)
        {
            Report(domainEvent, exception);
        }
    }
}
