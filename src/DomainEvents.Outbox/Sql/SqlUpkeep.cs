namespace DomainEvents.Persistence.Sql;

/// <summary>Removes what has outlived its time, and counts what there is.</summary>
internal sealed class SqlUpkeep(SqlDatabase database)
{
    private readonly SqlDialect _dialect = database.Dialect;

    public async ValueTask<int> CleanUpAsync(OutboxRetention retention, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var removed = await session.ExecuteAsync(
                "delete from inbox where (consumer, message_id) in (select consumer, message_id from inbox "
                + $"where processed_at < {_dialect.Now} - @age order by processed_at limit @max)",
                cancellationToken,
                ("age", (long)retention.Inbox.TotalMilliseconds),
                ("max", retention.BatchSize)).ConfigureAwait(false);
            if (retention.DeadLetters is { } age)
            {
                // A dead letter that halts its stream stays: without it nobody would know why the stream stands still.
                removed += await session.ExecuteAsync(
                    $"delete from outbox_dead where seq in (select d.seq from outbox_dead d where d.died_at < {_dialect.Now} - @age "
                    + "and not exists (select 1 from outbox_stream s where s.blocked_by = d.id) order by d.died_at limit @max)",
                    cancellationToken,
                    ("age", (long)age.TotalMilliseconds),
                    ("max", retention.BatchSize)).ConfigureAwait(false);
            }

            removed += await session.ExecuteAsync(
                $"delete from outbox_relay where seen_until < {_dialect.Now} - 60000", cancellationToken).ConfigureAwait(false);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return removed;
        }
    }

    public async ValueTask<OutboxStatistics> ReadStatisticsAsync(CancellationToken cancellationToken)
    {
        var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var command = session.Command(
                "select (select count(*) from outbox), "
                + $"(select {_dialect.Now} - added_at from outbox order by seq limit 1), "
                + "(select count(*) from outbox_dead), "
                + $"(select count(*) from outbox_stream where blocked_until is null or blocked_until > {_dialect.Now}), "
                + $"(select count(*) from outbox_partition where lease_until <= {_dialect.Now}), "
                + $"(select count(*) from outbox_relay where seen_until > {_dialect.Now})");
            await using (command.ConfigureAwait(false))
            {
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                    var age = reader.IsDBNull(1) ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Max(0, reader.GetInt64(1)));
                    return new OutboxStatistics(
                        reader.GetInt64(0), age, reader.GetInt64(2), reader.GetInt64(3), (int)reader.GetInt64(4), (int)reader.GetInt64(5));
                }
            }
        }
    }
}
