namespace DomainEvents.Background;

/// <summary>The lane of the background handlers of one class.</summary>
internal sealed class HandlerLane(BackgroundHandlers owner) : ItemLane<QueuedCall>(int.MaxValue)
{
    protected override ValueTask HandleAsync(QueuedCall item) => item.RunAsync(owner);

    /// <summary>Nobody closes it: what a disposed publisher still publishes is handled.</summary>
    protected override ObjectDisposedException CreateClosedException() => new(nameof(DomainEventPublisher));
}
