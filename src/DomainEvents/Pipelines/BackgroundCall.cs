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
        inner with { Sync = new BackgroundCall(inner, needsScope, context).Queue, Async = null };

    private void Queue(object? handler, IDomainEvent domainEvent, IServiceProvider? services) =>
        ThreadPool.QueueUserWorkItem(static state => _ = state.Call.RunAsync(state.Event), (Call: this, Event: domainEvent), preferLocal: false);

    private async Task RunAsync(IDomainEvent domainEvent)
    {
        IDisposable? scope = null;
        try
        {
            IServiceProvider? services = null;
            scope = _needsScope ? _context.Scopes!.Open(out services) : null;
            await _inner.InvokeAsync(domainEvent, services, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _context.Errors.Report(HandlerFailures.Describe(domainEvent, _inner.Name, exception));
        }

        await _context.CloseAsync(scope).ConfigureAwait(false);
    }
}
