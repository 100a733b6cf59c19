using DomainEvents.CompilerServices;

namespace DomainEvents.Pipelines;

/// <summary>
/// The handlers that run inside a transaction: in turn, whatever the publisher's concurrency, because they share one connection. The
/// first error ends the run, because the transaction will not commit.
/// </summary>
internal sealed class TransactionPipeline(BoundHandlers handlers) : EventPipeline
{
    private readonly BoundHandler[] _handlers = handlers.Items;

    public override void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
        RefuseAsyncHandlers(domainEvent);
        foreach (var handler in _handlers)
        {
            try
            {
                handler.Invoke(domainEvent, services);
            }
            catch (Exception exception)
            {
                ThrowUnlessLogged(handler, exception, domainEvent, CancellationToken.None);
            }
        }
    }

    public override ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        _handlers.Length == 0 ? default : RunAsync(domainEvent, services, cancellationToken);

    internal override void RefuseAsyncHandlers(IDomainEvent domainEvent) =>
        HandlerRun.RefuseAsyncHandlers(new HandlerSteps(_handlers), domainEvent);

    /// <summary>It has no other handlers than those of its phase.</summary>
    internal override EventPipeline CreatePhase(HandlerPhase phase) => this;

    private async ValueTask RunAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        foreach (var handler in _handlers)
        {
            try
            {
                await handler.InvokeAsync(domainEvent, services, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                ThrowUnlessLogged(handler, exception, domainEvent, cancellationToken);
            }
        }
    }

    private void ThrowUnlessLogged(BoundHandler handler, Exception exception, IDomainEvent domainEvent, CancellationToken cancellationToken)
    {
        NestingAbort.ThrowIfAborted(exception);
        if (handler.OnError == HandlerErrorPolicy.LogAndContinue)
        {
            handlers.Context.Errors.Report(HandlerFailures.Describe(domainEvent, handler.Name, exception));
            return;
        }

        HandlerFailures? failures = null;
        HandlerFailures.Add(ref failures, handler.Name, exception);
        failures!.Throw(domainEvent, cancellationToken, HandlerPhase.InTransaction);
    }
}
