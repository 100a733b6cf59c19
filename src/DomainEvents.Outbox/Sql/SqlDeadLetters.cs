using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;

namespace DomainEvents.Persistence.Sql;

/// <summary>The dead letters in an SQL database.</summary>
internal sealed class SqlDeadLetters(SqlDatabase database, OutboxSignal signal) : IDeadLetters
{
    private const int PageSize = 100;

    /// <summary>In pages, so that no connection stays open while the caller works.</summary>
    public async IAsyncEnumerable<DeadLetter> QueryAsync(
        DeadLetterFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        List<(long Sequence, DeadLetter Letter)> page = [];
        var (left, after) = (filter.Limit ?? int.MaxValue, long.MinValue);
        do
        {
            page.Clear();
            await ReadPageAsync(filter, after, Math.Min(left, PageSize), page, cancellationToken).ConfigureAwait(false);
            foreach (var (sequence, letter) in page)
            {
                yield return letter;
                after = sequence;
                left--;
            }
        }
        while (page.Count == PageSize && left > 0);
    }

    public async Task<int> ReplayAsync(DeadLetterFilter filter, CancellationToken cancellationToken = default)
    {
        var count = await TakeAsync(
            filter,
            $"insert into outbox(seq, replays, {SqlMessages.Columns}) select seq, replays + 1, {SqlMessages.Columns} from outbox_dead "
            + "where seq = @row",
            cancellationToken).ConfigureAwait(false);
        signal.Set();
        return count;
    }

    public async Task<int> PurgeAsync(DeadLetterFilter filter, CancellationToken cancellationToken = default)
    {
        var count = await TakeAsync(filter, null, cancellationToken).ConfigureAwait(false);
        signal.Set();
        return count;
    }

    /// <summary>Removes dead letters, after a statement for each, and lets their streams go on.</summary>
    private async ValueTask<int> TakeAsync(DeadLetterFilter filter, string? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            List<long> rows = [];
            var command = Select(session, "seq", filter, long.MinValue, filter.Limit ?? int.MaxValue, database.Dialect.LockFreeRows);
            await using (command.ConfigureAwait(false))
            {
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        rows.Add(reader.GetInt64(0));
                    }
                }
            }

            foreach (var row in rows)
            {
                if (before is not null)
                {
                    await session.ExecuteAsync(before, cancellationToken, ("row", row)).ConfigureAwait(false);
                }

                await session.ExecuteAsync(
                    "delete from outbox_stream where blocked_by = (select id from outbox_dead where seq = @row)",
                    cancellationToken,
                    ("row", row)).ConfigureAwait(false);
                await session.ExecuteAsync("delete from outbox_dead where seq = @row", cancellationToken, ("row", row)).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            return rows.Count;
        }
    }

    private async ValueTask ReadPageAsync(
        DeadLetterFilter filter, long after, int max, List<(long, DeadLetter)> into, CancellationToken cancellationToken)
    {
        var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var command = Select(session, "seq, attempts, replays, died_at, reason, " + SqlMessages.Columns, filter, after, max, "");
            await using (command.ConfigureAwait(false))
            {
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        into.Add((reader.GetInt64(0), new DeadLetter(
                            SqlMessages.Read(reader, 5),
                            reader.GetString(4),
                            reader.GetInt32(1),
                            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                            reader.GetInt32(2))));
                    }
                }
            }
        }
    }

    private static DbCommand Select(SqlSession session, string columns, DeadLetterFilter filter, long after, int max, string suffix)
    {
        var text = new StringBuilder("select ").Append(columns).Append(" from outbox_dead where seq > @after");
        var command = session.Command("").With(("after", after), ("max", max));
        Add("id = @id", "id", filter.Id);
        Add("type = @type", "type", filter.Type);
        Add("stream_id = @stream", "stream", filter.StreamId);
        Add("died_at >= @from", "from", filter.DiedFrom?.ToUnixTimeMilliseconds());
        Add("died_at < @before", "before", filter.DiedBefore?.ToUnixTimeMilliseconds());
        command.CommandText = text.Append(" order by seq limit @max").Append(suffix).ToString();
        return command;

        void Add(string condition, string name, object? value)
        {
            if (value is not null)
            {
                text.Append(" and ").Append(condition);
                command.With((name, value));
            }
        }
    }
}
