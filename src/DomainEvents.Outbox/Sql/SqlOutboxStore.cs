using System.Data.Common;

namespace DomainEvents.Persistence.Sql;

/// <summary>The outbox in an SQL database.</summary>
internal sealed class SqlOutboxStore(SqlDatabase database) : IOutboxStore
{
    private readonly SqlLeases _leases = new(database);
    private readonly SqlReading _reading = new(database);
    private readonly SqlCompletion _completion = new(database);
    private readonly SqlUpkeep _upkeep = new(database);

    public async ValueTask AppendAsync(
        DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (!database.Accepts(transaction))
        {
            throw new ArgumentException(
                $"A message was appended in a transaction ({transaction.GetType().Name}) that is closed or not of the outbox's database.",
                nameof(transaction));
        }

        if (messages.IsEmpty)
        {
            return;
        }

        try
        {
            await database.Dialect.InsertAsync(transaction, messages, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (database.Dialect.IsDuplicate(exception))
        {
            throw new DuplicateMessageException(
                "A message is in the outbox already: the same event was appended twice, or two events were given the same version and "
                + "ordinal in one stream. Raise each event once, and give each a version of its own.",
                exception);
        }
        catch (DbException exception) when (database.Dialect.IsTableMissing(exception, transaction))
        {
            // The database's own words would not tell how to get the tables.
            throw SqlSchema.Missing(0, exception);
        }
    }

    public ValueTask<IReadOnlyList<PartitionLease>> AcquireAsync(
        string owner, int max, TimeSpan duration, CancellationToken cancellationToken = default) =>
        _leases.AcquireAsync(owner, max, duration, cancellationToken);

    public ValueTask<int> ReadAsync(
        IReadOnlyList<PartitionLease> leases, OutboxBatch into, int max, TimeSpan duration, CancellationToken cancellationToken = default) =>
        _reading.ReadAsync(leases, into, max, duration, cancellationToken);

    public ValueTask<bool> CompleteAsync(
        IReadOnlyList<PartitionLease> leases, OutboxBatch batch, CancellationToken cancellationToken = default) =>
        _completion.CompleteAsync(leases, batch, cancellationToken);

    public ValueTask<bool> RenewAsync(
        IReadOnlyList<PartitionLease> leases, TimeSpan duration, CancellationToken cancellationToken = default) =>
        _leases.RenewAsync(leases, duration, cancellationToken);

    public ValueTask ReleaseAsync(IReadOnlyList<PartitionLease> leases, CancellationToken cancellationToken = default) =>
        _leases.ReleaseAsync(leases, cancellationToken);

    public ValueTask LeaveAsync(string owner, CancellationToken cancellationToken = default) => _leases.LeaveAsync(owner, cancellationToken);

    public ValueTask<int> CleanUpAsync(OutboxRetention retention, CancellationToken cancellationToken = default) =>
        _upkeep.CleanUpAsync(retention, cancellationToken);

    public ValueTask<OutboxStatistics> ReadStatisticsAsync(CancellationToken cancellationToken = default) =>
        _upkeep.ReadStatisticsAsync(cancellationToken);
}
