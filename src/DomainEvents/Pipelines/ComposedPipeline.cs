using DomainEvents.CompilerServices;
using DomainEvents.Subscriptions;

namespace DomainEvents.Pipelines;

/// <summary>
/// A pipeline put together from descriptors and subscriptions, for what no composition root could write: subscriptions, events that it
/// cannot name, other sets of modules, background handlers.
/// </summary>
internal sealed class ComposedPipeline(
    BoundHandlers handlers, SubscriptionList subscriptions, SubscriptionList allEventSubscriptions, SubscriptionClock clock) : EventPipeline
{
    private static readonly SubscriptionClock s_noClock = new(TimeProvider.System, tracksCalls: false);

    private readonly BoundHandler[] _handlers = handlers.Items;
    private readonly bool _hasAsyncHandlers = Array.Exists(handlers.Items, handler => handler.Sync is null);

    /// <summary>A pipeline of declared handlers alone. No clock is needed where no subscription is told the time.</summary>
    public static ComposedPipeline WithoutSubscriptions(BoundHandlers handlers) =>
        new(handlers, new SubscriptionList(), new SubscriptionList(), s_noClock);

    public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
        var steps = TakeSteps();
        if (_hasAsyncHandlers || subscriptions.MayHaveAsync || allEventSubscriptions.MayHaveAsync)
        {
            HandlerRun.RefuseAsyncHandlers(steps, domainEvent);
        }

        var step = 0;
        try
        {
            for (; step < _handlers.Length; step++)
            {
                _handlers[step].Invoke(domainEvent, services);
            }

            foreach (var subscription in steps.Subscriptions)
            {
                subscription.Invoke(domainEvent, steps.Now);
                step++;
            }

            foreach (var subscription in steps.AllEventSubscriptions)
            {
                subscription.Invoke(domainEvent, steps.Now);
                step++;
            }
        }
        catch (Exception exception)
        {
            HandlerRun.Continue(steps, handlers.Context, step, exception, domainEvent, services);
        }
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        var steps = TakeSteps();
        var step = 0;
        try
        {
            for (; step < steps.Count; step++)
            {
                var pending = steps.InvokeAsync(step, domainEvent, services, cancellationToken);
                if (!pending.IsCompletedSuccessfully)
                {
                    return HandlerRun.ContinueAsync(
                        steps, handlers.Context, step, pending, null, domainEvent, services, cancellationToken);
                }

                pending.GetAwaiter().GetResult();
            }

            return default;
        }
        catch (Exception exception)
        {
            return HandlerRun.ContinueAsync(
                steps, handlers.Context, step, default, exception, domainEvent, services, cancellationToken);
        }
    }

    internal override void RefuseAsyncHandlers(IDomainEvent domainEvent) =>
        HandlerRun.RefuseAsyncHandlers(TakeSteps(), domainEvent);

    internal override EventPipeline CreatePhase(HandlerPhase phase) => phase == HandlerPhase.InTransaction
        ? new TransactionPipeline(handlers.Of(phase))
        : new ComposedPipeline(handlers.Of(phase), subscriptions, allEventSubscriptions, clock);

    private HandlerSteps TakeSteps() => new(_handlers, subscriptions.Current, allEventSubscriptions.Current, clock);
}
