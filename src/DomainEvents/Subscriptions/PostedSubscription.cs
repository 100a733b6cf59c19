using DomainEvents.Diagnostics;
using DomainEvents.Pipelines;

namespace DomainEvents.Subscriptions;

/// <summary>Posts events to a synchronization context and calls the handler there.</summary>
internal sealed class PostedSubscription<TEvent>(SynchronizationContext context, UnhandledErrors errors, Action<TEvent> handler) : Subscription
    where TEvent : IDomainEvent
{
    private Action<TEvent>? _handler = handler;

    public override bool IsEnded => Volatile.Read(ref _handler) is null;

    public override bool IsPosted => true;

    public override void Invoke(IDomainEvent domainEvent, long now) => Post(domainEvent, now, null);

    public override void Post(IDomainEvent domainEvent, long now, InstrumentedCall? observed)
    {
        if (!IsEnded && domainEvent is TEvent typed)
        {
            Touch(now);
            context.Post(static state => ((Delivery)state!).Run(), new Delivery(this, typed, observed));
        }
        else
        {
            observed?.Abandon();
        }
    }

    public override void Release() => Volatile.Write(ref _handler, null);

    private void Deliver(TEvent domainEvent, InstrumentedCall? observed)
    {
        if (Volatile.Read(ref _handler) is not { } handler)
        {
            observed?.Abandon();
            return;
        }

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
            errors.Report(HandlerFailures.Describe(domainEvent, Name, exception));
        }
    }

    private sealed class Delivery(PostedSubscription<TEvent> subscription, TEvent domainEvent, InstrumentedCall? observed)
    {
        public void Run() => subscription.Deliver(domainEvent, observed);
    }
}
