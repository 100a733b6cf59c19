namespace DomainEvents.Testing.Recording;

/// <summary>Somebody who waits for the spy to have seen something. Told of everything under the lock of the record.</summary>
internal abstract class Waiter
{
    // Asynchronously: whoever waits must not run on the thread that publishes, nor under the lock.
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Completion => _completion.Task;

    public bool IsDone => _completion.Task.IsCompleted;

    /// <summary>An event was published.</summary>
    public virtual void Received(in ReceivedEvent received)
    {
    }

    /// <summary>Every handler of the events of a type that were published so far is done.</summary>
    public virtual void Handled(string eventType)
    {
    }

    protected void Complete() => _completion.TrySetResult();
}
