namespace DomainEvents.Tests.Subscriptions;

/// <summary>A synchronization context whose thread is the one that calls <see cref="RunAll"/>.</summary>
internal sealed class QueueContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();

    public override void Post(SendOrPostCallback d, object? state) => _queue.Enqueue((d, state));

    public void RunAll()
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            while (_queue.TryDequeue(out var item))
            {
                item.Callback(item.State);
            }
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
