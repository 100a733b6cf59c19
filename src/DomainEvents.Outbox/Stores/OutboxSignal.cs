namespace DomainEvents.Persistence;

/// <summary>
/// Wakes the relay after a commit, so that a message need not wait for the next poll. Never needed for correctness: a signal that is lost,
/// or never given, costs the poll interval. Safe for use by several threads.
/// </summary>
public sealed class OutboxSignal
{
    private readonly object _gate = new();
    private TaskCompletionSource _set = NewSource();

    /// <summary>Occurs on the caller's thread whenever the signal is given in this process; for those who pass it on to other processes.</summary>
    internal event Action? Given;

    /// <summary>Tells that messages were committed in this process. Cheap; call it after each commit.</summary>
    public void Set()
    {
        Wake();
        Given?.Invoke();
    }

    /// <summary>Wakes the relay of this process alone: the messages were committed elsewhere, and the others were told.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _set.TrySetResult();
        }
    }

    /// <summary>Waits until the signal is given; at once if it was given since the last wait.</summary>
    internal async Task WaitAsync(TimeSpan timeout, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        Task set;
        lock (_gate)
        {
            set = _set.Task;
        }

        try
        {
            await set.WaitAsync(timeout, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return;
        }

        lock (_gate)
        {
            if (_set.Task == set)
            {
                _set = NewSource();
            }
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
