namespace DomainEvents.Persistence;

/// <summary>
/// Where the relay sends messages. The relay starts the next publish before the last one has completed: a transport keeps the order in
/// which it was called, so that a lost connection loses the last messages and never one in the middle.
/// </summary>
public interface IOutboxTransport
{
    /// <summary>The most messages that may wait for an answer at once; <see langword="null"/> for the relay's own limit.</summary>
    int? MaxOutstanding => null;

    /// <summary>
    /// How long an answer may take; <see langword="null"/> for the relay's own limit, <see cref="Timeout.InfiniteTimeSpan"/> for none.
    /// </summary>
    TimeSpan? PublishTimeout => null;

    /// <summary>
    /// The messaging system that metrics and spans name, as OpenTelemetry calls it: <c>rabbitmq</c>. The default is <c>domain_events</c>.
    /// </summary>
    string MessagingSystem => "domain_events";

    /// <summary>Where a message goes, for metrics and spans: one of few values, and never an exception. The default is its event type.</summary>
    /// <param name="message">The message.</param>
    string DestinationOf(in OutboxMessage message) => message.Type;

    /// <summary>Sends a message and completes when the receiver has it for certain, or when it is known that it has not.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up waiting; the message may have arrived in spite of it.</param>
    /// <returns>What became of it. An exception counts as a failure of this message.</returns>
    ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken);
}
