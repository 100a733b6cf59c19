namespace DomainEvents.Persistence;

/// <summary>What lies in an outbox at one moment.</summary>
/// <param name="Pending">Messages that are not confirmed yet.</param>
/// <param name="OldestAge">How long the first of them has waited since it was appended; zero when there is none.</param>
/// <param name="DeadLetters">Messages that were given up.</param>
/// <param name="BlockedStreams">Streams that wait for their first message to be tried again, or for somebody to decide.</param>
/// <param name="UnownedPartitions">Partitions that no living relay owns.</param>
/// <param name="Relays">Relays that reported as alive within their lease time.</param>
public sealed record OutboxStatistics(
    long Pending, TimeSpan OldestAge, long DeadLetters, long BlockedStreams, int UnownedPartitions, int Relays);
