using System.Data.Common;

namespace DomainEvents.Persistence;

/// <summary>
/// The tables of an outbox. Times are those of the database's clock, so that the clocks of the machines do not matter. Safe for use by
/// several threads, except that one <see cref="OutboxBatch"/> belongs to one caller.
/// </summary>
public interface IOutboxStore
{
    /// <summary>Adds messages in the caller's transaction, which decides whether they exist. One statement however many there are.</summary>
    /// <param name="transaction">An open transaction of this store's database.</param>
    /// <param name="messages">The messages, in the order in which they happened.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="DuplicateMessageException">A message with the same id, or of the same place in its stream, is there already.</exception>
    ValueTask AppendAsync(DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reports a relay as alive, and gives it its share of the partitions: those that it holds, up to the share, and free ones. A lease that
    /// it held and that is not among the result is to be given back.
    /// </summary>
    /// <param name="owner">The relay: a name that no other running one has.</param>
    /// <param name="max">The most partitions it wants; zero reports it as alive and takes none.</param>
    /// <param name="duration">How long the leases last unless they are renewed.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<IReadOnlyList<PartitionLease>> AcquireAsync(
        string owner, int max, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the messages that are due, in the order in which they are to be sent, and renews the leases if there are any. What it returns
    /// is durable: it survives a power cut, also when the writers' transactions alone would not.
    /// </summary>
    /// <param name="leases">The partitions to read.</param>
    /// <param name="into">Cleared first. Holds the messages, and when none is due, when the next one will be.</param>
    /// <param name="max">The most messages to read.</param>
    /// <param name="duration">How long the leases last from now on.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many were read; nothing is read once a lease is lost, see <see cref="OutboxBatch.LeaseLost"/>.</returns>
    ValueTask<int> ReadAsync(
        IReadOnlyList<PartitionLease> leases, OutboxBatch into, int max, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>
    /// Applies what became of the messages, in one transaction: removes the confirmed ones, notes the failed ones and holds their streams
    /// back until they are due, moves the dead ones to the dead letters.
    /// </summary>
    /// <param name="leases">The leases under which the messages were read.</param>
    /// <param name="batch">The messages with their results.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns><see langword="false"/> if a lease was lost: nothing was changed, and the new owner sends the messages again.</returns>
    ValueTask<bool> CompleteAsync(IReadOnlyList<PartitionLease> leases, OutboxBatch batch, CancellationToken cancellationToken = default);

    /// <summary>Extends leases.</summary>
    /// <param name="leases">The leases.</param>
    /// <param name="duration">How long they last from now on.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns><see langword="false"/> if one of them was lost: none was extended.</returns>
    ValueTask<bool> RenewAsync(IReadOnlyList<PartitionLease> leases, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Gives leases back, so that another relay need not wait until they end. Leases that were lost are left alone.</summary>
    /// <param name="leases">The leases.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask ReleaseAsync(IReadOnlyList<PartitionLease> leases, CancellationToken cancellationToken = default);

    /// <summary>Reports a relay as gone, so that the others share its partitions at once.</summary>
    /// <param name="owner">The relay.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask LeaveAsync(string owner, CancellationToken cancellationToken = default);

    /// <summary>Removes what has outlived its time, a limited number of rows each time.</summary>
    /// <param name="retention">What to keep.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many rows went; call again later while there are any.</returns>
    ValueTask<int> CleanUpAsync(OutboxRetention retention, CancellationToken cancellationToken = default);

    /// <summary>Counts what lies in the outbox, for health checks, metrics and the tool.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    ValueTask<OutboxStatistics> ReadStatisticsAsync(CancellationToken cancellationToken = default);
}
