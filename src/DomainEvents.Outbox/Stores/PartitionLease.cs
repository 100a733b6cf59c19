namespace DomainEvents.Persistence;

/// <summary>The right of one relay to send the messages of a partition, for a limited time on the database's clock.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Owner">The relay that holds it.</param>
/// <param name="Epoch">Increases with each change of owner: a store refuses the writes of an earlier owner by it.</param>
public sealed record PartitionLease(int Partition, string Owner, long Epoch);
