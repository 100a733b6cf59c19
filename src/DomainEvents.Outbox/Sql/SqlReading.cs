namespace DomainEvents.Persistence.Sql;

/// <summary>Reads what is to be sent next. The transaction is over before the relay speaks to the broker.</summary>
internal sealed class SqlReading(SqlDatabase database)
{
    private readonly SqlDialect _dialect = database.Dialect;
    private readonly SqlLeases _leases = new(database);

    public async ValueTask<int> ReadAsync(
        IReadOnlyList<PartitionLease> leases, OutboxBatch into, int max, TimeSpan duration, CancellationToken cancellationToken)
    {
        into.Clear();
        if (leases.Count == 0)
        {
            return 0;
        }

        if (!await IsAnyDueAsync(leases, into, cancellationToken).ConfigureAwait(false))
        {
            return 0;
        }

        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            // The write comes with a durable commit: what is read here cannot be undone by a power cut after it was sent.
            if (!await _leases.ExtendAsync(session, leases, duration, cancellationToken).ConfigureAwait(false))
            {
                into.LeaseLost = true;
                return 0;
            }

            await ReadDueAsync(session, leases, into, max, cancellationToken).ConfigureAwait(false);
            if (into.Count == max)
            {
                await ReplaceBrokenStreamsAsync(session, into, cancellationToken).ConfigureAwait(false);
            }

            into.OrderStreams();
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return into.Count;
        }
    }

    private string Due =>
        $"(o.next_at is null or o.next_at <= {_dialect.Now}) and not exists (select 1 from outbox_stream s "
        + $"where s.stream_id = o.stream_id and (s.blocked_until is null or s.blocked_until > {_dialect.Now}))";

    private string Columns => $"select seq, attempts, {_dialect.Now} - added_at, {SqlMessages.Columns} from outbox o ";

    /// <summary>Looks without writing, so that an idle outbox costs no commits.</summary>
    private async ValueTask<bool> IsAnyDueAsync(IReadOnlyList<PartitionLease> leases, OutboxBatch into, CancellationToken cancellationToken)
    {
        var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var command = session.Command(
                $"select case when exists (select 1 from outbox o where {Owned(leases)}{Due}) then 0 else "
                + $"(select min(case when o.next_at > {_dialect.Now} then o.next_at - {_dialect.Now} else 1 end) from outbox o "
                + $"where {Owned(leases)}o.next_at is not null and not exists "
                + "(select 1 from outbox_stream s where s.stream_id = o.stream_id and s.blocked_until is null)) end");
            await using (command.ConfigureAwait(false))
            {
                AddParts(command, leases);
                var wait = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
                if (wait is null or DBNull)
                {
                    return false;
                }

                var milliseconds = Convert.ToInt64(wait, System.Globalization.CultureInfo.InvariantCulture);
                into.NextDue = milliseconds == 0 ? null : TimeSpan.FromMilliseconds(milliseconds);
                return milliseconds == 0;
            }
        }
    }

    private async ValueTask ReadDueAsync(
        SqlSession session, IReadOnlyList<PartitionLease> leases, OutboxBatch into, int max, CancellationToken cancellationToken)
    {
        var command = session.Command($"{Columns}where {Owned(leases)}{Due} order by seq limit @max").With(("max", max));
        await using (command.ConfigureAwait(false))
        {
            AddParts(command, leases);
            await ReadRowsAsync(command, into, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Rows are numbered in the order of insertion, which in a stream may differ from the order of its versions. Where the end of a full
    /// batch parts an earlier version from a later one, the batch takes as many of the stream's first versions instead.
    /// </summary>
    private async ValueTask ReplaceBrokenStreamsAsync(SqlSession session, OutboxBatch batch, CancellationToken cancellationToken)
    {
        var ends = batch.StreamEnds();
        if (ends.Count == 0)
        {
            return;
        }

        List<string> broken = [];
        var command = session.Command(
            $"select distinct b.stream_id from {_dialect.Streams} b{_dialect.StreamColumns} where exists (select 1 from outbox o "
            + "where o.stream_id = b.stream_id and o.stream_seq <> 0 and o.stream_seq < b.last and o.seq > @end)")
            .With(("end", batch.Entries[^1].Sequence));
        await using (command.ConfigureAwait(false))
        {
            _dialect.AddStreams(command, ends);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    broken.Add(reader.GetString(0));
                }
            }
        }

        foreach (var end in ends)
        {
            if (!broken.Contains(end.StreamId))
            {
                continue;
            }

            batch.RemoveStream(end.StreamId);
            var first = session.Command($"{Columns}where o.stream_id = @stream and o.stream_seq <> 0 order by o.stream_seq limit @count")
                .With(("stream", end.StreamId), ("count", end.Count));
            await using (first.ConfigureAwait(false))
            {
                await ReadRowsAsync(first, batch, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask ReadRowsAsync(System.Data.Common.DbCommand command, OutboxBatch into, CancellationToken cancellationToken)
    {
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var waited = TimeSpan.FromMilliseconds(Math.Max(0, reader.GetInt64(2)));
                into.Add(reader.GetInt64(0), reader.GetInt32(1), SqlMessages.Read(reader, 3), waited);
            }
        }
    }

    /// <summary>Nothing to compare when all partitions are owned: the rows can be read by their number alone.</summary>
    private string Owned(IReadOnlyList<PartitionLease> leases) =>
        leases.Count == OutboxPartition.Count ? "" : _dialect.IsIn("o.part", "parts") + " and ";

    private void AddParts(System.Data.Common.DbCommand command, IReadOnlyList<PartitionLease> leases)
    {
        if (leases.Count < OutboxPartition.Count)
        {
            _dialect.AddNumbers(command, "parts", [.. leases.Select(lease => (long)lease.Partition)]);
        }
    }
}
