namespace DomainEvents.Persistence;

/// <summary>A message is in the outbox already: it was appended twice, or two writers gave one place in a stream to two events.</summary>
/// <param name="message">What is there twice, and what to do.</param>
/// <param name="innerException">The database's own error.</param>
public sealed class DuplicateMessageException(string message, Exception? innerException = null)
    : InvalidOperationException(message, innerException);
