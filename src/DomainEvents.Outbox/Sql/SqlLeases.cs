namespace DomainEvents.Persistence.Sql;

/// <summary>Who owns which partition. Everything is decided on the database's clock, in one transaction each.</summary>
internal sealed class SqlLeases(SqlDatabase database)
{
    private readonly SqlDialect _dialect = database.Dialect;

    public async ValueTask<IReadOnlyList<PartitionLease>> AcquireAsync(
        string owner, int max, TimeSpan duration, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var milliseconds = Milliseconds(duration);
            await session.ExecuteAsync(
                $"insert into outbox_relay(owner, seen_until) values (@owner, {_dialect.Now} + @duration) "
                + "on conflict(owner) do update set seen_until = excluded.seen_until",
                cancellationToken,
                ("owner", owner),
                ("duration", milliseconds)).ConfigureAwait(false);
            var relays = await session.ReadNumberAsync(
                $"select count(*) from outbox_relay where seen_until > {_dialect.Now}", cancellationToken).ConfigureAwait(false);
            var share = Math.Min(max, (int)((OutboxPartition.Count + relays - 1) / relays));

            List<PartitionLease> leases = [];
            await ReadAsync(
                session,
                leases,
                $"update outbox_partition set lease_until = {_dialect.Now} + @duration where part in "
                + "(select part from outbox_partition where owner = @owner order by part limit @count) and owner = @owner returning part, epoch",
                owner,
                milliseconds,
                share,
                cancellationToken).ConfigureAwait(false);
            if (leases.Count < share)
            {
                await ReadAsync(
                    session,
                    leases,
                    $"update outbox_partition set owner = @owner, lease_until = {_dialect.Now} + @duration, epoch = epoch + 1 where part in "
                    + $"(select part from outbox_partition where lease_until <= {_dialect.Now} order by part limit @count{_dialect.LockFreeRows}) "
                    + "returning part, epoch",
                    owner,
                    milliseconds,
                    share - leases.Count,
                    cancellationToken).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return leases;
        }
    }

    public async ValueTask<bool> RenewAsync(IReadOnlyList<PartitionLease> leases, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (leases.Count == 0)
        {
            return true;
        }

        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (!await ExtendAsync(session, leases, duration, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    public async ValueTask ReleaseAsync(IReadOnlyList<PartitionLease> leases, CancellationToken cancellationToken)
    {
        if (leases.Count == 0)
        {
            return;
        }

        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var command = session.Command($"update outbox_partition set owner = null, lease_until = 0 where {Held}").With(("owner", leases[0].Owner));
            await using (command.ConfigureAwait(false))
            {
                _dialect.AddNumbers(command, "leases", Keys(leases));
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask LeaveAsync(string owner, CancellationToken cancellationToken)
    {
        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.ExecuteAsync("delete from outbox_relay where owner = @owner", cancellationToken, ("owner", owner)).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Extends leases in a transaction that goes on, and holds them to its end; false if one of them was lost.</summary>
    public async ValueTask<bool> ExtendAsync(
        SqlSession session, IReadOnlyList<PartitionLease> leases, TimeSpan duration, CancellationToken cancellationToken)
    {
        var command = session.Command($"update outbox_partition set lease_until = {_dialect.Now} + @duration where {Held}")
            .With(("owner", leases[0].Owner), ("duration", Milliseconds(duration)));
        await using (command.ConfigureAwait(false))
        {
            _dialect.AddNumbers(command, "leases", Keys(leases));
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == leases.Count;
        }
    }

    /// <summary>Makes sure that nobody takes the partitions before the transaction ends; false if one was lost already.</summary>
    public async ValueTask<bool> HoldAsync(SqlSession session, IReadOnlyList<PartitionLease> leases, CancellationToken cancellationToken)
    {
        var command = session.Command($"select count(*) from (select part from outbox_partition where {Held}{_dialect.LockRows}) held")
            .With(("owner", leases[0].Owner));
        await using (command.ConfigureAwait(false))
        {
            _dialect.AddNumbers(command, "leases", Keys(leases));
            return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), System.Globalization.CultureInfo.InvariantCulture)
                == leases.Count;
        }
    }

    private string Held => "owner = @owner and " + _dialect.IsIn($"epoch * {OutboxPartition.Count} + part", "leases");

    private static long[] Keys(IReadOnlyList<PartitionLease> leases)
    {
        var keys = new long[leases.Count];
        for (var index = 0; index < keys.Length; index++)
        {
            keys[index] = (leases[index].Epoch * OutboxPartition.Count) + leases[index].Partition;
        }

        return keys;
    }

    private static async ValueTask ReadAsync(
        SqlSession session, List<PartitionLease> into, string text, string owner, long duration, int count, CancellationToken cancellationToken)
    {
        var command = session.Command(text).With(("owner", owner), ("duration", duration), ("count", count));
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    into.Add(new PartitionLease(reader.GetInt32(0), owner, reader.GetInt64(1)));
                }
            }
        }
    }

    private static long Milliseconds(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        return (long)Math.Ceiling(duration.TotalMilliseconds);
    }
}
