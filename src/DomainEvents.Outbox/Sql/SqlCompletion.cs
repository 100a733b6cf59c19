namespace DomainEvents.Persistence.Sql;

/// <summary>Writes down what became of a batch, all of it or nothing.</summary>
internal sealed class SqlCompletion(SqlDatabase database)
{
    private const int MaxReasonLength = 2000;

    private readonly SqlDialect _dialect = database.Dialect;
    private readonly SqlLeases _leases = new(database);

    public async ValueTask<bool> CompleteAsync(
        IReadOnlyList<PartitionLease> leases, OutboxBatch batch, CancellationToken cancellationToken)
    {
        if (leases.Count == 0 || batch.Entries.All(entry => entry.State == OutboxEntryState.Untouched))
        {
            return true;
        }

        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (!await _leases.HoldAsync(session, leases, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            OutboxProbe.Reached(OutboxStep.BeforeDelete);
            await RemoveConfirmedAsync(session, batch, cancellationToken).ConfigureAwait(false);
            foreach (var entry in batch.Entries)
            {
                if (entry.State == OutboxEntryState.Retry)
                {
                    await PostponeAsync(session, entry, cancellationToken).ConfigureAwait(false);
                }
                else if (entry.State == OutboxEntryState.Dead)
                {
                    await BuryAsync(session, entry, cancellationToken).ConfigureAwait(false);
                }
            }

            OutboxProbe.Reached(OutboxStep.BeforeDeleteCommit);
            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            OutboxProbe.Reached(OutboxStep.AfterDeleteCommit);
            return true;
        }
    }

    private async ValueTask RemoveConfirmedAsync(SqlSession session, OutboxBatch batch, CancellationToken cancellationToken)
    {
        List<long> confirmed = [];
        foreach (var entry in batch.Entries)
        {
            if (entry.State != OutboxEntryState.Confirmed)
            {
                continue;
            }

            confirmed.Add(entry.Sequence);
            if (entry.Attempts > 0)
            {
                await UnblockAsync(session, entry, cancellationToken).ConfigureAwait(false);
            }
        }

        if (confirmed.Count > 0)
        {
            var command = session.Command($"delete from outbox where {_dialect.IsIn("seq", "rows")}");
            await using (command.ConfigureAwait(false))
            {
                _dialect.AddNumbers(command, "rows", confirmed);
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask PostponeAsync(SqlSession session, OutboxEntry entry, CancellationToken cancellationToken)
    {
        // One reading of the clock for both rows: the message is due at the moment at which its stream goes on.
        var due = await session.ReadNumberAsync($"select {_dialect.Now}", cancellationToken).ConfigureAwait(false)
            + (long)entry.RetryDelay.TotalMilliseconds;
        await session.ExecuteAsync(
            "update outbox set attempts = attempts + 1, next_at = @due, last_error = @reason where seq = @row",
            cancellationToken,
            ("due", due),
            ("reason", Shorten(entry.Reason)),
            ("row", entry.Sequence)).ConfigureAwait(false);
        if (entry.Message.StreamId.Length > 0)
        {
            await BlockAsync(session, entry, due, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask BuryAsync(SqlSession session, OutboxEntry entry, CancellationToken cancellationToken)
    {
        OutboxProbe.Reached(OutboxStep.BeforeDeadMove);
        await session.ExecuteAsync(
            $"insert into outbox_dead(seq, attempts, replays, died_at, reason, {SqlMessages.Columns}) "
            + $"select seq, attempts + 1, replays, {_dialect.Now}, @reason, {SqlMessages.Columns} from outbox where seq = @row",
            cancellationToken,
            ("reason", Shorten(entry.Reason)),
            ("row", entry.Sequence)).ConfigureAwait(false);
        await session.ExecuteAsync("delete from outbox where seq = @row", cancellationToken, ("row", entry.Sequence)).ConfigureAwait(false);
        if (entry.HaltsStream)
        {
            await BlockAsync(session, entry, null, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await UnblockAsync(session, entry, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask BlockAsync(SqlSession session, OutboxEntry entry, long? until, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(
            "insert into outbox_stream(stream_id, part, blocked_until, blocked_by) values (@stream, @part, @until, @id) on conflict(stream_id) "
            + "do update set blocked_until = excluded.blocked_until, blocked_by = excluded.blocked_by",
            cancellationToken,
            ("stream", entry.Message.StreamId),
            ("part", OutboxPartition.Of(entry.Message)),
            ("until", until),
            ("id", entry.Message.Id)).ConfigureAwait(false);

    private static async ValueTask UnblockAsync(SqlSession session, OutboxEntry entry, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(
            "delete from outbox_stream where stream_id = @stream and blocked_by = @id",
            cancellationToken,
            ("stream", entry.Message.StreamId),
            ("id", entry.Message.Id)).ConfigureAwait(false);

    private static string Shorten(string? reason) => reason switch
    {
        null => "",
        { Length: > MaxReasonLength } => reason[..MaxReasonLength],
        _ => reason,
    };
}
