using DomainEvents.Background;
using DomainEvents.Diagnostics;
using DomainEvents.Telemetry;

namespace DomainEvents;

/// <summary>
/// Publishes events off the caller's path. Each lane handles one event after the other; events with one key share a lane, so that they
/// stay in order. Safe for use by several threads.
/// </summary>
/// <remarks>
/// The queue is in memory. A graceful stop (<see cref="DisposeAsync"/>, <see cref="StopAsync"/>) handles everything that was accepted;
/// a process that is killed or crashes loses what it has not handled. Events that must survive that belong into the outbox.
/// Handlers run in the ambient context (<see cref="AsyncLocal{T}"/>) in which their event was enqueued.
/// </remarks>
public sealed class BackgroundPublisher : IAsyncDisposable, IDisposable
{
    private readonly IDomainEventPublisher _publisher;
    private readonly Func<IDomainEvent, object?>? _orderingKey;
    private readonly EventErrors _errors;
    private readonly EventQueue _queue;
    private readonly EventLane[] _lanes;
    private readonly CancellationTokenSource _abort = new();
    private int _nextLane = -1;

    /// <summary>Builds a background publisher. It holds no thread while nothing is enqueued.</summary>
    /// <param name="publisher">
    /// Publishes the events. A <see cref="DomainEventPublisher"/> opens a scope for each event that has scoped handlers, and for no other.
    /// </param>
    /// <param name="options">How it works; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity or the number of lanes is less than 1.</exception>
    public BackgroundPublisher(IDomainEventPublisher publisher, BackgroundPublisherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        options ??= new BackgroundPublisherOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Capacity, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Lanes, 1);
        _publisher = publisher;
        _orderingKey = options.OrderingKey;
        _errors = new EventErrors(publisher, options.OnError);
        _queue = new EventQueue(publisher);
        var capacity = options.Capacity;
        _lanes = [.. Enumerable.Range(0, options.Lanes).Select(_ => new EventLane(this, capacity))];
        Array.ForEach(_lanes, QueueGauge.Add);
    }

    /// <summary>How many events wait to be handled, those being handled not counted.</summary>
    public int QueuedCount => _lanes.Sum(static lane => lane.Waiting);

    /// <summary>How many events are done, those that failed included.</summary>
    public long HandledCount => _lanes.Sum(static lane => lane.Handled);

    /// <summary>How many events failed.</summary>
    public long FailedCount => _lanes.Sum(static lane => lane.Failed);

    /// <summary>
    /// Accepts an event; waits while its lane is full. Events that handlers of this publisher enqueue are accepted beyond the capacity:
    /// waiting, they would wait for themselves.
    /// </summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="cancellationToken">Ends the waiting. It does not reach the handlers.</param>
    /// <exception cref="ObjectDisposedException">The publisher was stopped or disposed. The event was not accepted.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled. The event was not accepted.</exception>
    public ValueTask EnqueueAsync(IDomainEvent domainEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        var lane = LaneOf(domainEvent);
        var item = EventLane.ItemOf(domainEvent);
        return TryEnqueueOn(lane, item, domainEvent) ? default : new ValueTask(EnqueueWaitingAsync(lane, item, domainEvent, cancellationToken));
    }

    /// <summary>Accepts an event if its lane has room. For callers that cannot wait.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <returns>Whether the event was accepted.</returns>
    /// <exception cref="ObjectDisposedException">The publisher was stopped or disposed. The event was not accepted.</exception>
    public bool TryEnqueue(IDomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        return TryEnqueueOn(LaneOf(domainEvent), EventLane.ItemOf(domainEvent), domainEvent);
    }

    /// <summary>Waits until nothing is queued and nothing is being handled, what handlers enqueue meanwhile included.</summary>
    /// <param name="timeout">How long; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="TimeoutException">Events are still queued or being handled. They are handled later all the same.</exception>
    /// <exception cref="InvalidOperationException">Called from a handler that this publisher runs: it would wait for itself.</exception>
    public async Task DrainAsync(TimeSpan timeout)
    {
        ThrowIfFromOwnHandler();
        try
        {
            await WhenIdleAsync().WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"After {timeout}, {QueuedCount} events were queued and others may have been running. They are not lost.");
        }
    }

    /// <summary>Accepts nothing more and handles everything that was accepted. Stopping twice is harmless.</summary>
    /// <param name="cancellationToken">
    /// Ends the patience: what runs gets its token cancelled, what still waits is given to
    /// <see cref="BackgroundPublisherOptions.OnError"/> instead of its handlers.
    /// </param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        ThrowIfFromOwnHandler();
        Array.ForEach(_lanes, static lane => lane.Close());
        try
        {
            await WhenIdleAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Abandon(cancellationToken);
            throw;
        }
    }

    /// <summary>Accepts nothing more and handles everything that was accepted. Disposing twice is harmless.</summary>
    /// <exception cref="InvalidOperationException">Called from a handler that this publisher runs: it would wait for itself.</exception>
    public ValueTask DisposeAsync() => new(StopAsync(CancellationToken.None));

    /// <summary>
    /// As <see cref="DisposeAsync"/>, and blocks until that is done: for containers that are disposed of synchronously. Prefer
    /// <see cref="DisposeAsync"/>.
    /// </summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    internal static ObjectDisposedException CreateDisposedException() => new(nameof(BackgroundPublisher));

    internal ValueTask PublishAsync(IDomainEvent domainEvent) => _publisher.PublishAsync(domainEvent, _abort.Token);

    /// <summary>Tells of an event that failed. Never throws.</summary>
    internal void Report(IDomainEvent domainEvent, Exception exception) => _errors.Report(domainEvent, exception);

    /// <summary>Tells that an event waits no more.</summary>
    internal void Leave(IDomainEvent domainEvent) => _queue.Leave(domainEvent);

    private bool IsFromOwnHandler => EventLane.Running == this;

    private EventLane LaneOf(IDomainEvent domainEvent)
    {
        if (_lanes.Length == 1)
        {
            return _lanes[0];
        }

        var number = _orderingKey?.Invoke(domainEvent) is { } key
            ? (uint)key.GetHashCode() * 0x9E3779B1u >> 8
            : (uint)Interlocked.Increment(ref _nextLane);
        return _lanes[number % (uint)_lanes.Length];
    }

    private bool TryEnqueueOn(EventLane lane, object item, IDomainEvent domainEvent)
    {
        // Before the lane has it: its handlers may be done before this thread goes on.
        _queue.Enter(domainEvent);
        var isAccepted = false;
        try
        {
            return isAccepted = lane.TryEnqueue(item, IsFromOwnHandler);
        }
        finally
        {
            if (!isAccepted)
            {
                _queue.Leave(domainEvent);
            }
        }
    }

    private async Task EnqueueWaitingAsync(EventLane lane, object item, IDomainEvent domainEvent, CancellationToken cancellationToken)
    {
        _queue.Enter(domainEvent);
        try
        {
            await lane.EnqueueAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _queue.Leave(domainEvent);
            throw;
        }
    }

    private Task WhenIdleAsync() => BackgroundLane.WhenAllIdleAsync(() => _lanes);

    private void Abandon(CancellationToken cancellationToken)
    {
        // Before the cancellation, which lets what runs end and what waits come next.
        var items = _lanes.SelectMany(static lane => lane.TakeAll()).ToList();
        try
        {
            _abort.Cancel();
        }
        catch (AggregateException exception)
        {
            // Of callbacks that handlers registered.
            _errors.Report(exception);
        }

        foreach (var item in items)
        {
            var domainEvent = EventLane.EventOf(item);
            Report(domainEvent, new OperationCanceledException(
                $"Event {EventDescription.Of(domainEvent)} was not handled: the background publisher was stopped before its turn.", cancellationToken));
            Leave(domainEvent);
        }
    }

    private void ThrowIfFromOwnHandler()
    {
        if (IsFromOwnHandler)
        {
            throw new InvalidOperationException("A handler that runs in the background cannot wait for its own publisher: it would wait for itself.");
        }
    }
}
