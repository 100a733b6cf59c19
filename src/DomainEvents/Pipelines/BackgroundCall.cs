using DomainEvents.Background;

namespace DomainEvents.Pipelines;

/// <summary>
/// Hands an event to the lane of a handler marked <c>Background</c>: the publish does not wait, errors go to the unhandled errors, the
/// caller's token does not reach the handler, and a handler that needs a scope gets one of its own.
/// </summary>
internal sealed class BackgroundCall : IHandOver
{
    private readonly BoundHandler _inner;
    private readonly HandlerLane _lane;
    private readonly PublishContext _context;

    private BackgroundCall(BoundHandler inner, HandlerLane lane, bool needsScope, PublishContext context)
    {
        _inner = inner;
        _lane = lane;
        NeedsScope = needsScope;
        _context = context;
    }

    /// <summary>Whether the call gets a scope of its own.</summary>
    public bool NeedsScope { get; }

    /// <summary>The result counts as synchronous: it only queues.</summary>
    public static BoundHandler Of(BoundHandler inner, string handlerClass, bool needsScope, PublishContext context) =>
        Of(inner, new BackgroundCall(inner, context.Background.LaneOf(handlerClass), needsScope, context));

    /// <inheritdoc />
    public void HandOver(IDomainEvent domainEvent, long now, InstrumentedCall? observed) =>
        _lane.TryEnqueue(new QueuedCall(this, domainEvent, observed), isForced: true);

    /// <summary>Calls the handler. Never throws.</summary>
    public async Task RunAsync(IDomainEvent domainEvent, InstrumentedCall? observed, CancellationToken cancellationToken)
    {
        IDisposable? scope = null;
        IServiceProvider? services = null;
        try
        {
            scope = NeedsScope ? _context.OpenScope(out services) : null;
        }
        catch (Exception exception)
        {
            observed?.FailDeferred(_inner, exception);
            Report(domainEvent, exception);
            return;
        }

        try
        {
            await (observed is null
                ? _inner.InvokeAsync(domainEvent, services, cancellationToken)
                : observed.RunDeferredAsync(_inner, domainEvent, services, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Report(domainEvent, exception);
        }

        await _context.CloseAsync(scope).ConfigureAwait(false);
    }

    /// <summary>Reports that the handler is not going to be called for the event.</summary>
    public void Abandon(IDomainEvent domainEvent, InstrumentedCall? observed, Exception reason)
    {
        observed?.Abandon();
        Report(domainEvent, reason);
    }

    /// <inheritdoc cref="PublishContext.FindContainerLost" />
    public ObjectDisposedException? FindContainerLost() => _context.FindContainerLost();

    private void Report(IDomainEvent domainEvent, Exception exception) =>
        _context.Errors.Report(HandlerFailures.Describe(domainEvent, _inner.Name, exception));

    private static BoundHandler Of(BoundHandler inner, BackgroundCall call) =>
        inner with { Sync = (_, domainEvent, _) => call.HandOver(domainEvent, 0, null), Async = null, HandOver = call };
}
