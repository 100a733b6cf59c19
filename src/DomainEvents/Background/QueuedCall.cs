using DomainEvents.Pipelines;

namespace DomainEvents.Background;

/// <summary>A call of a background handler that waits for its turn.</summary>
/// <param name="call">The handler.</param>
/// <param name="domainEvent">The event.</param>
/// <param name="observed">The step, if the publish is observed.</param>
internal sealed class QueuedCall(BackgroundCall call, IDomainEvent domainEvent, InstrumentedCall? observed)
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>Runs the handler in the ambient context of the publish. Never throws.</summary>
    public async ValueTask RunAsync(BackgroundHandlers owner)
    {
        if (_context is not null)
        {
            // Holds for this call alone: an asynchronous method gives its caller's context back.
            ExecutionContext.Restore(_context);
        }

        owner.Enter();
        await call.RunAsync(domainEvent, observed, owner.Token).ConfigureAwait(false);
    }

    /// <summary>Reports that the handler is not going to run.</summary>
    public void Abandon(Exception reason) => call.Abandon(domainEvent, observed, reason);

    /// <inheritdoc cref="BackgroundCall.NeedsScope" />
    public bool NeedsScope => call.NeedsScope;

    /// <inheritdoc cref="BackgroundCall.FindContainerLost" />
    public ObjectDisposedException? FindContainerLost() => call.FindContainerLost();
}
