using DomainEvents.CompilerServices;
using DomainEvents.Observation;
using DomainEvents.Subscriptions;

namespace DomainEvents.Pipelines;

/// <summary>
/// Does what the other pipelines do, calls the handlers through the filters and tells the observers of it. It stands in the slots while
/// there are filters or observers, so that the other pipelines need not ask.
/// </summary>
/// <param name="handlers">The declared handlers.</param>
/// <param name="subscriptions">The subscriptions to the event; none in a transaction.</param>
/// <param name="allEventSubscriptions">The subscriptions to all events; none in a transaction.</param>
/// <param name="clock">The clock of the subscriptions.</param>
/// <param name="phase">The phase of a unit of work, or <see langword="null"/> for a plain publish.</param>
internal sealed class InstrumentedPipeline(
    BoundHandlers handlers,
    SubscriptionList subscriptions,
    SubscriptionList allEventSubscriptions,
    SubscriptionClock clock,
    HandlerPhase? phase = null) : EventPipeline
{
    private readonly PublishContext _context = handlers.Context;

    public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
        var steps = TakeSteps();
        HandlerRun.RefuseAsyncHandlers(steps, domainEvent);
        if (IsIdle(steps))
        {
            return;
        }

        var publish = _context.StartPublish(domainEvent, phase);
        try
        {
            Run(InstrumentedCall.Of(steps, _context.Filters, publish), domainEvent, services);
        }
        catch (Exception exception)
        {
            publish?.End(exception);
            throw;
        }

        publish?.End(null);
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        var steps = TakeSteps();
        return IsIdle(steps) ? default : RunAsync(steps, domainEvent, services, cancellationToken);
    }

    internal override void RefuseAsyncHandlers(IDomainEvent domainEvent) => HandlerRun.RefuseAsyncHandlers(TakeSteps(), domainEvent);

    internal override EventPipeline CreatePhase(HandlerPhase phase) => phase == HandlerPhase.InTransaction
        ? new InstrumentedPipeline(handlers.Of(phase), new SubscriptionList(), new SubscriptionList(), clock, phase)
        : new InstrumentedPipeline(handlers.Of(phase), subscriptions, allEventSubscriptions, clock, phase);

    /// <summary>Most events have no handlers in the transaction: nobody wants to hear of that half of their publish.</summary>
    private bool IsIdle(in HandlerSteps steps) => phase == HandlerPhase.InTransaction && steps.Count == 0;

    private HandlerSteps TakeSteps() => new(handlers.Items, subscriptions.Current, allEventSubscriptions.Current, clock);

    private async ValueTask RunAsync(HandlerSteps steps, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        var publish = _context.StartPublish(domainEvent, phase);
        try
        {
            var calls = InstrumentedCall.Of(steps, _context.Filters, publish);
            var pending = phase == HandlerPhase.InTransaction
                ? InTransaction(calls).InvokeAsync(domainEvent, services, cancellationToken)
                : HandlerRun.RunAsync(new HandlerSteps(calls), _context, domainEvent, services, cancellationToken);
            await pending.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            publish?.End(exception);
            throw;
        }

        publish?.End(null);
    }

    private void Run(BoundHandler[] calls, IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (phase == HandlerPhase.InTransaction)
        {
            InTransaction(calls).Invoke(domainEvent, services);
            return;
        }

        var step = 0;
        try
        {
            for (; step < calls.Length; step++)
            {
                calls[step].Invoke(domainEvent, services);
            }
        }
        catch (Exception exception)
        {
            HandlerRun.Continue(new HandlerSteps(calls), _context, step, exception, domainEvent, services);
        }
    }

    private TransactionPipeline InTransaction(BoundHandler[] calls) => new(new BoundHandlers(calls, _context));
}
