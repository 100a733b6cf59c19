namespace DomainEvents.Persistence;

/// <summary>The tables of the outbox are missing or of another version.</summary>
/// <param name="message">What was found, what was expected, and what to do.</param>
/// <param name="innerException">The database's own error, if there was one.</param>
public sealed class OutboxSchemaException(string message, Exception? innerException = null)
    : InvalidOperationException(message, innerException);
