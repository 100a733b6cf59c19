using System.Data.Common;

namespace DomainEvents.Persistence.Tests.Support;

/// <summary>A store that a test can take down.</summary>
internal sealed class FaultyStore(IOutboxStore store) : IOutboxStore
{
    public bool IsDown { get; set; }

    public bool IsRenewalDown { get; set; }

    private IOutboxStore Store => IsDown ? throw new InvalidOperationException("The database is down.") : store;

    public ValueTask AppendAsync(DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken) =>
        Store.AppendAsync(transaction, messages, cancellationToken);

    public ValueTask<IReadOnlyList<PartitionLease>> AcquireAsync(string owner, int max, TimeSpan duration, CancellationToken cancellationToken) =>
        Store.AcquireAsync(owner, max, duration, cancellationToken);

    public ValueTask<int> ReadAsync(
        IReadOnlyList<PartitionLease> leases, OutboxBatch into, int max, TimeSpan duration, CancellationToken cancellationToken) =>
        Store.ReadAsync(leases, into, max, duration, cancellationToken);

    public ValueTask<bool> CompleteAsync(IReadOnlyList<PartitionLease> leases, OutboxBatch batch, CancellationToken cancellationToken) =>
        Store.CompleteAsync(leases, batch, cancellationToken);

    public ValueTask<bool> RenewAsync(IReadOnlyList<PartitionLease> leases, TimeSpan duration, CancellationToken cancellationToken) =>
        IsRenewalDown ? throw new InvalidOperationException("The database is down.") : Store.RenewAsync(leases, duration, cancellationToken);

    public ValueTask ReleaseAsync(IReadOnlyList<PartitionLease> leases, CancellationToken cancellationToken) =>
        Store.ReleaseAsync(leases, cancellationToken);

    public ValueTask LeaveAsync(string owner, CancellationToken cancellationToken) => Store.LeaveAsync(owner, cancellationToken);

    public ValueTask<int> CleanUpAsync(OutboxRetention retention, CancellationToken cancellationToken) =>
        Store.CleanUpAsync(retention, cancellationToken);

    public ValueTask<OutboxStatistics> ReadStatisticsAsync(CancellationToken cancellationToken) => Store.ReadStatisticsAsync(cancellationToken);
}
