namespace DomainEvents.Background;

/// <summary>Somebody who waits for room in a lane. It is accepted, refused or cancelled, whichever comes first.</summary>
internal sealed class EnqueueWaiter<TItem>(TItem item)
{
    // Asynchronously: whoever waits must not run on the lane, nor under its lock.
    private readonly TaskCompletionSource _accepted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TItem Item { get; } = item;

    /// <summary>The place in the row of those who wait.</summary>
    public LinkedListNode<EnqueueWaiter<TItem>>? Node { get; set; }

    public Task Accepted => _accepted.Task;

    public bool TryAccept() => _accepted.TrySetResult();

    public void Refuse(Exception exception) => _accepted.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _accepted.TrySetCanceled(cancellationToken);
}
