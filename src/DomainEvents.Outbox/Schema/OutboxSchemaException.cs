namespace DomainEvents.Persistence;

/// <summary>The tables of the outbox are missing or of another version.</summary>
/// <param name="message">What was found, what was expected, and what to do.</param>
public sealed class OutboxSchemaException(string message) : InvalidOperationException(message);
