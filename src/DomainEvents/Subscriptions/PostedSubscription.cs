using DomainEvents.Diagnostics;
using DomainEvents.Pipelines;

namespace DomainEvents.Subscriptions;

/// <summary>Posts events to a synchronization context and calls the handler there.</summary>
internal abstract class PostedSubscription<TEvent, THandler>(SynchronizationContext context, UnhandledErrors errors, THandler handler)
    : Subscription, IHandOver
    where TEvent : IDomainEvent
    where THandler : class
{
    private THandler? _handler = handler;

    public sealed override bool IsEnded => Volatile.Read(ref _handler) is null;

    public sealed override void Invoke(IDomainEvent domainEvent, long now) => HandOver(domainEvent, now, null);

    public void HandOver(IDomainEvent domainEvent, long now, InstrumentedCall? observed)
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

    public sealed override void Release() => Volatile.Write(ref _handler, null);

    /// <summary>Calls the handler, on the context.</summary>
    protected abstract void Deliver(THandler handler, TEvent domainEvent, InstrumentedCall? observed);

    /// <summary>Reports what the handler threw: the publish went back to its caller long ago.</summary>
    protected void Report(TEvent domainEvent, Exception exception) => errors.Report(HandlerFailures.Describe(domainEvent, Name, exception));

    private void Deliver(TEvent domainEvent, InstrumentedCall? observed)
    {
        if (Volatile.Read(ref _handler) is { } handler)
        {
            Deliver(handler, domainEvent, observed);
        }
        else
        {
            observed?.Abandon();
        }
    }

    private sealed class Delivery(PostedSubscription<TEvent, THandler> subscription, TEvent domainEvent, InstrumentedCall? observed)
    {
        public void Run() => subscription.Deliver(domainEvent, observed);
    }
}
