namespace DomainEvents.Persistence.CrashChild;

/// <summary>A transport that takes messages and never answers.</summary>
internal sealed class MuteTransport : IOutboxTransport
{
    public TimeSpan? PublishTimeout => Timeout.InfiniteTimeSpan;

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken) =>
        new(new TaskCompletionSource<PublishOutcome>().Task);
}
