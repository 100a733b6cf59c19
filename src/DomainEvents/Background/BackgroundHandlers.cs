using System.Collections.Concurrent;
using DomainEvents.Diagnostics;
using DomainEvents.Telemetry;

namespace DomainEvents.Background;

/// <summary>
/// The lanes of a publisher's background handlers: one for each class, so that a class sees its events in the order in which they were
/// published and a slow one holds up no other. They have no capacity: a synchronous publish may neither wait nor fail for want of room.
/// </summary>
internal sealed class BackgroundHandlers(UnhandledErrors errors)
{
    private static readonly AsyncLocal<BackgroundHandlers?> s_running = new();

    private readonly ConcurrentDictionary<string, HandlerLane> _lanes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _abort = new();

    /// <summary>Cancelled when a stop has lost its patience.</summary>
    public CancellationToken Token => _abort.Token;

    /// <summary>The lane of a handler.</summary>
    /// <param name="handlerClass">The class that declares it.</param>
    public HandlerLane LaneOf(string handlerClass) => _lanes.GetOrAdd(handlerClass, CreateLane);

    /// <summary>Notes that the code which follows belongs to a background handler.</summary>
    public void Enter() => s_running.Value = this;

    /// <summary>Waits until no background handler is queued or running. Called from one, it does not wait: it would wait for itself.</summary>
    /// <param name="cancellationToken">Ends the patience: what runs gets its token cancelled, each call that still waits is reported.</param>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (s_running.Value == this)
        {
            return;
        }

        try
        {
            await BackgroundLane.WhenAllIdleAsync(() => [.. _lanes.Values]).WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Abandon();
            throw;
        }
    }

    /// <summary>
    /// Reports the calls that wait and cannot be made, because their container is gone: at once, for when their turn comes, the process
    /// may have ended.
    /// </summary>
    public void AbandonWithoutContainer()
    {
        foreach (var lane in _lanes.Values)
        {
            var calls = lane.TakeAll();
            var reason = calls.Find(static call => call.NeedsScope)?.FindContainerLost();
            foreach (var call in calls)
            {
                if (call.NeedsScope && reason is not null)
                {
                    call.Abandon(reason);
                }
                else
                {
                    lane.TryEnqueue(call, isForced: true);
                }
            }
        }
    }

    private HandlerLane CreateLane(string handlerClass)
    {
        var lane = new HandlerLane(this);
        QueueGauge.Add(lane, handlerClass);
        return lane;
    }

    private void Abandon()
    {
        // Before the cancellation, which lets what runs end and what waits come next.
        var calls = _lanes.Values.SelectMany(static lane => lane.TakeAll()).ToList();
        try
        {
            _abort.Cancel();
        }
        catch (AggregateException exception)
        {
            // Of callbacks that handlers registered.
            errors.Report(exception);
        }

        foreach (var call in calls)
        {
            call.Abandon(new OperationCanceledException("The handler was not called: the application stopped before its turn."));
        }
    }
}
