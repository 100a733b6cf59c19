using DomainEvents.Background;

namespace DomainEvents;

/// <summary>
/// Collects events and publishes them a batch at a time, in the order in which they came, one batch after the other: off the path of
/// whoever adds an event, except of the one that fills a batch. Safe for use by several threads.
/// </summary>
/// <remarks>
/// What waits is in memory: <see cref="DisposeAsync"/> publishes it; a process that is killed or crashes loses it. Handlers run in the
/// ambient context (<see cref="AsyncLocal{T}"/>) in which their event was added.
/// </remarks>
public sealed class BatchPublisher : IAsyncDisposable, IDisposable
{
    // Of a timer.
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly object _gate = new();
    private readonly AsyncLocal<bool> _isPublishing = new();
    private readonly IDomainEventPublisher _publisher;
    private readonly EventErrors _errors;
    private readonly EventQueue _queue;
    private readonly ITimer? _timer;
    private readonly TimeSpan _maxDelay;
    private readonly int _size;
    private Batch _collected = new();
    private Task _published = Task.CompletedTask;
    private bool _isDisposed;

    /// <summary>Builds a batch publisher.</summary>
    /// <param name="publisher">Publishes the events.</param>
    /// <param name="options">How it works; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is less than 1, or the delay is negative without being infinite, or over 49 days.</exception>
    public BatchPublisher(IDomainEventPublisher publisher, BatchPublisherOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        options ??= new BatchPublisherOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Size, 1);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        _publisher = publisher;
        _errors = new EventErrors(publisher, options.OnError);
        _queue = new EventQueue(publisher);
        _size = options.Size;
        _maxDelay = options.MaxDelay;
        if (options.MaxDelay != Timeout.InfiniteTimeSpan)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDelay, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxDelay, s_longestDelay);
            _timer = options.TimeProvider.CreateTimer(
                static state => _ = ((BatchPublisher)state!).PublishCollectedAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>
    /// Adds an event to the batch. The event that fills it publishes the batch, after those before it, and waits for that; the others wait
    /// for nothing. A handler's failure is given to <see cref="BatchPublisherOptions.OnError"/>, never to this caller.
    /// </summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="cancellationToken">Ends the waiting; what was added is published all the same. It does not reach the handlers.</param>
    /// <exception cref="ObjectDisposedException">The publisher is disposed. The event was not added.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled: at the call, and nothing was added, or while waiting.</exception>
    public ValueTask PublishAsync(IDomainEvent domainEvent, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        Task published;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed && !_isPublishing.Value, this);

            // Under the lock: nobody can have published it before. The observers are our own and wait for nobody.
            _queue.Enter(domainEvent);
            _collected.Add(domainEvent, ExecutionContext.Capture());
            if (_collected.Events.Count < _size && !_isDisposed)
            {
                if (_collected.Events.Count == 1)
                {
                    _timer?.Change(_maxDelay, Timeout.InfiniteTimeSpan);
                }

                return default;
            }

            published = TakeLocked();
        }

        return new ValueTask(Wait(published, cancellationToken));
    }

    /// <summary>Publishes what was added so far and waits until its handlers, and those of the batches before it, are done.</summary>
    /// <param name="cancellationToken">Ends the waiting; the events are published all the same.</param>
    public Task FlushAsync(CancellationToken cancellationToken = default) => Wait(PublishCollectedAsync(), cancellationToken);

    /// <summary>
    /// Accepts nothing more, publishes what was added and waits for its handlers; what those add is published too. Disposing twice is
    /// harmless.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Task published;
        lock (_gate)
        {
            _isDisposed = true;
            published = TakeLocked();
        }

        if (_timer is not null)
        {
            await _timer.DisposeAsync().ConfigureAwait(false);
        }

        do
        {
            await Wait(published, CancellationToken.None).ConfigureAwait(false);
        }
        while (published != (published = PublishCollectedAsync()));
    }

    /// <summary>
    /// As <see cref="DisposeAsync"/>, and blocks until that is done: for containers that are disposed of synchronously. Prefer
    /// <see cref="DisposeAsync"/>.
    /// </summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private Task PublishCollectedAsync()
    {
        lock (_gate)
        {
            return TakeLocked();
        }
    }

    /// <summary>Puts the collected events behind the batches that are being published. No handler runs before the lock is free.</summary>
    private Task TakeLocked()
    {
        if (_collected.Events.Count > 0)
        {
            _timer?.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _published = PublishAfterAsync(_published, _collected);
            _collected = new Batch();
        }

        return _published;
    }

    private async Task PublishAfterAsync(Task previous, Batch batch)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        foreach (var (caller, start, end) in batch.Callers())
        {
            var context = MarkPublishing(caller);
            for (var i = start; i < end; i++)
            {
                var domainEvent = batch.Events[i];
                await PublishAsync(domainEvent, context).ConfigureAwait(false);
                _queue.Leave(domainEvent);
            }
        }
    }

    /// <summary>The caller's context, in which code knows that it is part of a batch.</summary>
    private ExecutionContext? MarkPublishing(ExecutionContext? caller)
    {
        if (caller is not null)
        {
            ExecutionContext.Restore(caller);
        }

        _isPublishing.Value = true;
        return ExecutionContext.Capture();
    }

    private async ValueTask PublishAsync(IDomainEvent domainEvent, ExecutionContext? context)
    {
        if (context is not null)
        {
            // Holds for this call alone: an asynchronous method gives its caller's context back.
            ExecutionContext.Restore(context);
        }

        try
        {
            await _publisher.PublishAsync(domainEvent, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _errors.Report(domainEvent, exception);
        }
    }

    /// <summary>A handler of a batch does not wait for a batch: it would wait for itself.</summary>
    private Task Wait(Task published, CancellationToken cancellationToken) =>
        _isPublishing.Value ? Task.CompletedTask : published.WaitAsync(cancellationToken);

    /// <summary>Events with the contexts in which they were added. Mostly one caller adds them all.</summary>
    private sealed class Batch
    {
        private readonly List<(ExecutionContext? Caller, int Start)> _callers = [];

        public List<IDomainEvent> Events { get; } = [];

        public void Add(IDomainEvent domainEvent, ExecutionContext? caller)
        {
            if (_callers.Count == 0 || _callers[^1].Caller != caller)
            {
                _callers.Add((caller, Events.Count));
            }

            Events.Add(domainEvent);
        }

        /// <summary>Each caller with its first event and that after its last.</summary>
        public IEnumerable<(ExecutionContext? Caller, int Start, int End)> Callers() => _callers.Select(
            (entry, i) => (entry.Caller, entry.Start, i + 1 < _callers.Count ? _callers[i + 1].Start : Events.Count));
    }
}
