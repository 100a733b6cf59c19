namespace DomainEvents.Persistence;

/// <summary>How long records that are no longer needed for sending are kept. Messages themselves go when they are confirmed.</summary>
/// <param name="Inbox">How long the inbox remembers a handled message: longer than any message may be delayed.</param>
/// <param name="DeadLetters">How long dead letters are kept; <see langword="null"/> for ever.</param>
/// <param name="BatchSize">The most rows that one call removes from each table.</param>
public sealed record OutboxRetention(TimeSpan Inbox, TimeSpan? DeadLetters, int BatchSize = 1000);
