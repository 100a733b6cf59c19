using DomainEvents.Diagnostics;
using DomainEvents.Pipelines;

namespace DomainEvents.Subscriptions;

/// <summary>Posts events to a synchronization context and calls the handler there.</summary>
internal sealed class PostedSubscription<TEvent>(SynchronizationContext context, UnhandledErrors errors, Action<TEvent> handler) : Subscription
    where TEvent : IDomainEvent
{
    private Action<TEvent>? _handler = handler;

    public override bool IsEnded => Volatile.Read(ref _handler) is null;

    public override void Invoke(IDomainEvent domainEvent, long now)
    {
        if (!IsEnded && domainEvent is TEvent typed)
        {
            Touch(now);
            context.Post(static state => ((Delivery)state!).Run(), new Delivery(this, typed));
        }
    }

    public override void Release() => Volatile.Write(ref _handler, null);

    private void Deliver(TEvent domainEvent)
    {
        try
        {
            Volatile.Read(ref _handler)?.Invoke(domainEvent);
        }
        catch (Exception exception)
        {
            errors.Report(HandlerFailures.Describe(domainEvent, Name, exception));
        }
    }

    private sealed class Delivery(PostedSubscription<TEvent> subscription, TEvent domainEvent)
    {
        public void Run() => subscription.Deliver(domainEvent);
    }
}
