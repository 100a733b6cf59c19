using System.Diagnostics.CodeAnalysis;

namespace DomainEvents.Background;

/// <summary>
/// A queue whose items are handled one after the other on the thread pool. An idle lane holds no thread and no task. The queue is taken
/// as a whole, so that its lock is paid once for many items.
/// </summary>
/// <typeparam name="TItem">What is handled.</typeparam>
/// <param name="capacity">How many items may wait.</param>
internal abstract class ItemLane<TItem>(int capacity) : BackgroundLane, IThreadPoolWorkItem
    where TItem : class
{
    private const int MaxKept = 4096;

    private readonly object _gate = new();
    private readonly int _roomToAdmit = Math.Max(1, capacity / 4);
    private readonly LinkedList<EnqueueWaiter<TItem>> _waiters = [];
    private TItem?[] _queue = new TItem?[4];
    private TItem?[] _batch = new TItem?[4];
    private int _queued;
    private int _batchSize;
    private int _taken;
    private bool _hasWaiters;
    private bool _isRunning;
    private bool _isClosed;
    private long _accepted;
    private TaskCompletionSource? _idle;

    public override long Accepted
    {
        get
        {
            lock (_gate)
            {
                return _accepted;
            }
        }
    }

    public override int Waiting
    {
        get
        {
            lock (_gate)
            {
                return Depth;
            }
        }
    }

    private int Depth => _queued + _batchSize - Volatile.Read(ref _taken);

    /// <summary>Accepts an item if there is room.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isForced">Whether it is accepted in any case: the lane itself would be kept waiting.</param>
    /// <exception cref="ObjectDisposedException">The lane is closed.</exception>
    public bool TryEnqueue(TItem item, bool isForced = false)
    {
        lock (_gate)
        {
            ThrowIfClosed(isForced);
            if (!isForced && (Depth >= capacity || _waiters.Count > 0))
            {
                return false;
            }

            if (!AddLocked(item))
            {
                return true;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Accepts an item as soon as there is room, in the order of the calls.</summary>
    /// <exception cref="ObjectDisposedException">The lane was closed before there was room.</exception>
    public async Task EnqueueAsync(TItem item, CancellationToken cancellationToken)
    {
        var waiter = new EnqueueWaiter<TItem>(item);
        lock (_gate)
        {
            ThrowIfClosed(isForced: false);
            waiter.Node = _waiters.AddLast(waiter);
            _hasWaiters = true;
        }

        // The lane may have gone idle since the caller saw it full.
        Admit();
        using (cancellationToken.UnsafeRegister(
            static (state, token) => ((EnqueueWaiter<TItem>)state!).Cancel(token), waiter))
        {
            try
            {
                await waiter.Accepted.ConfigureAwait(false);
            }
            finally
            {
                Forget(waiter);
            }
        }
    }

    public override Task WhenIdle()
    {
        lock (_gate)
        {
            return _isRunning ? (_idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
        }
    }

    /// <summary>Accepts nothing more, except what is forced. Those who wait for room are refused.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            foreach (var waiter in _waiters)
            {
                waiter.Refuse(CreateClosedException());
            }

            _waiters.Clear();
            _hasWaiters = false;
        }
    }

    /// <summary>Takes what waits away from the lane. What is being handled goes on.</summary>
    public List<TItem> TakeAll()
    {
        var items = new List<TItem>();
        lock (_gate)
        {
            for (var i = 0; i < _batchSize; i++)
            {
                if (Interlocked.Exchange(ref _batch[i], null) is { } item)
                {
                    items.Add(item);
                }
            }

            items.AddRange(_queue.Take(_queued)!);
            Array.Clear(_queue, 0, _queued);
            _queued = 0;
        }

        return items;
    }

    /// <summary>Handles the items until there are none.</summary>
    public void Execute() => _ = RunAsync();

    /// <summary>Handles an item. Never throws.</summary>
    protected abstract ValueTask HandleAsync(TItem item);

    /// <summary>Called on the thread of the lane before it begins to handle items.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>The exception for those who come too late.</summary>
    protected abstract ObjectDisposedException CreateClosedException();

    private async Task RunAsync()
    {
        Begin();
        while (TryTakeBatch(out var batch))
        {
            for (var i = 0; i < _batchSize; i++)
            {
                var item = Interlocked.Exchange(ref batch[i], null);
                Volatile.Write(ref _taken, i + 1);
                if (Volatile.Read(ref _hasWaiters) && capacity - Depth >= _roomToAdmit)
                {
                    Admit();
                }

                if (item is not null)
                {
                    await HandleAsync(item).ConfigureAwait(false);
                }
            }
        }
    }

    private bool TryTakeBatch([NotNullWhen(true)] out TItem?[]? batch)
    {
        lock (_gate)
        {
            AdmitLocked();
            if (_queued == 0)
            {
                batch = null;
                (_batchSize, _taken) = (0, 0);
                _isRunning = false;
                LetGoOfLargeArraysLocked();
                _idle?.SetResult();
                _idle = null;
                return false;
            }

            (_queue, _batch) = (_batch, _queue);
            (_batchSize, _taken, _queued) = (_queued, 0, 0);
            batch = _batch;
            return true;
        }
    }

    private void Admit()
    {
        lock (_gate)
        {
            if (!AdmitLocked())
            {
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <returns>Whether the lane has to be started.</returns>
    private bool AdmitLocked()
    {
        var starts = false;
        while (_waiters.First is { Value: var waiter } && Depth < capacity)
        {
            _waiters.RemoveFirst();
            if (waiter.TryAccept())
            {
                starts |= AddLocked(waiter.Item);
            }
        }

        _hasWaiters = _waiters.Count > 0;
        return starts;
    }

    /// <returns>Whether the lane has to be started.</returns>
    private bool AddLocked(TItem item)
    {
        if (_queued == _queue.Length)
        {
            Array.Resize(ref _queue, _queued * 2);
        }

        _queue[_queued++] = item;
        _accepted++;
        var starts = !_isRunning;
        _isRunning = true;
        return starts;
    }

    /// <summary>What one burst needed is not kept for ever.</summary>
    private void LetGoOfLargeArraysLocked()
    {
        if (_queue.Length + _batch.Length > 2 * MaxKept)
        {
            _queue = new TItem?[4];
            _batch = new TItem?[4];
        }
    }

    private void Forget(EnqueueWaiter<TItem> waiter)
    {
        lock (_gate)
        {
            if (waiter.Node?.List == _waiters)
            {
                _waiters.Remove(waiter.Node);
                _hasWaiters = _waiters.Count > 0;
            }
        }
    }

    private void ThrowIfClosed(bool isForced)
    {
        if (_isClosed && !isForced)
        {
            throw CreateClosedException();
        }
    }
}
