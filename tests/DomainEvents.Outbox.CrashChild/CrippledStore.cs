using System.Data.Common;

namespace DomainEvents.Persistence.CrashChild;

/// <summary>A store in which one mechanism is switched off.</summary>
internal sealed class CrippledStore(ChildOptions options, IOutboxStore store) : IOutboxStore
{
    public ValueTask AppendAsync(DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken) =>
        store.AppendAsync(transaction, messages, cancellationToken);

    public ValueTask<IReadOnlyList<PartitionLease>> AcquireAsync(
        string owner, int max, TimeSpan duration, CancellationToken cancellationToken) =>
        options.Without == "leases"
            ? ValueTask.FromResult<IReadOnlyList<PartitionLease>>(
                [.. Enumerable.Range(0, OutboxPartition.Count).Select(part => new PartitionLease(part, owner, 0))])
            : store.AcquireAsync(owner, max, duration, cancellationToken);

    /// <summary>Without confirmation a message counts as sent when it is read.</summary>
    public async ValueTask<int> ReadAsync(
        IReadOnlyList<PartitionLease> leases, OutboxBatch into, int max, TimeSpan duration, CancellationToken cancellationToken)
    {
        Steal(leases);
        var count = await store.ReadAsync(leases, into, max, duration, cancellationToken);
        if (options.Without == "confirmation")
        {
            foreach (var entry in into.Entries)
            {
                Execute($"delete from outbox where seq = {entry.Sequence}");
            }
        }

        return count;
    }

    public ValueTask<bool> CompleteAsync(IReadOnlyList<PartitionLease> leases, OutboxBatch batch, CancellationToken cancellationToken)
    {
        Steal(leases);
        return store.CompleteAsync(leases, batch, cancellationToken);
    }

    public ValueTask<bool> RenewAsync(IReadOnlyList<PartitionLease> leases, TimeSpan duration, CancellationToken cancellationToken)
    {
        Steal(leases);
        return store.RenewAsync(leases, duration, cancellationToken);
    }

    public ValueTask ReleaseAsync(IReadOnlyList<PartitionLease> leases, CancellationToken cancellationToken) =>
        store.ReleaseAsync(leases, cancellationToken);

    public ValueTask LeaveAsync(string owner, CancellationToken cancellationToken) => store.LeaveAsync(owner, cancellationToken);

    public ValueTask<int> CleanUpAsync(OutboxRetention retention, CancellationToken cancellationToken) =>
        store.CleanUpAsync(retention, cancellationToken);

    public ValueTask<OutboxStatistics> ReadStatisticsAsync(CancellationToken cancellationToken) => store.ReadStatisticsAsync(cancellationToken);

    /// <summary>Without leases each relay believes to own everything.</summary>
    private void Steal(IReadOnlyList<PartitionLease> leases)
    {
        if (options.Without == "leases")
        {
            foreach (var lease in leases)
            {
                Execute($"update outbox_partition set owner = '{lease.Owner}', epoch = {lease.Epoch} where part = {lease.Partition}");
            }
        }
    }

    private void Execute(string text)
    {
        using var connection = Databases.Connect(options);
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
