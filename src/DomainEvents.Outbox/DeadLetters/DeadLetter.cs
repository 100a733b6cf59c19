namespace DomainEvents.Persistence;

/// <summary>A message that was given up.</summary>
/// <param name="Message">The message as it was appended.</param>
/// <param name="Reason">Why it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="DiedAt">When it was given up, on the database's clock.</param>
/// <param name="Replays">How often it was taken back into the outbox before.</param>
public sealed record DeadLetter(OutboxMessage Message, string Reason, int Attempts, DateTimeOffset DiedAt, int Replays);
