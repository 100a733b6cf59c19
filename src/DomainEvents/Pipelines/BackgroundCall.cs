namespace DomainEvents.Pipelines;

/// <summary>
/// Hands an event to the thread pool for a handler marked <c>Background</c>: the publish does not wait, errors go to the unhandled
/// errors, the caller's token does not reach the handler, and a handler that needs a scope gets one of its own.
/// </summary>
internal sealed class BackgroundCall
{
    private readonly BoundHandler _inner;
    private readonly bool _needsScope;
    private readonly PublishContext _context;

    private BackgroundCall(BoundHandler inner, bool needsScope, PublishContext context)
    {
        _inner = inner;
        _needsScope = needsScope;
        _context = context;
    }

    /// <summary>The result counts as synchronous: it only queues.</summary>
    public static BoundHandler Of(BoundHandler inner, bool needsScope, PublishContext context) =>
        Of(inner, new BackgroundCall(inner, needsScope, context));

    /// <summary>Hands the event over.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="observed">The step, if the publish is observed.</param>
    public void Queue(IDomainEvent domainEvent, InstrumentedCall? observed) =>
        ThreadPool.QueueUserWorkItem(
            static state => _ = state.Call.RunAsync(state.Event, state.Observed), (Call: this, Event: domainEvent, Observed: observed), preferLocal: false);

    private static BoundHandler Of(BoundHandler inner, BackgroundCall call) =>
        inner with { Sync = (_, domainEvent, _) => call.Queue(domainEvent, null), Async = null, Background = call };

    private async Task RunAsync(IDomainEvent domainEvent, InstrumentedCall? observed)
    {
        IDisposable? scope = null;
        try
        {
            IServiceProvider? services = null;
            scope = _needsScope ? _context.Scopes!.Open(out services) : null;
            await (observed is null
                ? _inner.InvokeAsync(domainEvent, services, CancellationToken.None)
                : observed.RunDeferredAsync(_inner, domainEvent, services, CancellationToken.None)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _context.Errors.Report(HandlerFailures.Describe(domainEvent, _inner.Name, exception));
        }

        await _context.CloseAsync(scope).ConfigureAwait(false);
    }
}
