using System.Data.Common;

namespace DomainEvents.Persistence.Sql;

/// <summary>The inbox in an SQL database. A conflict is no error of the statement, so that the handler's transaction goes on.</summary>
internal sealed class SqlInbox(SqlDatabase database) : IInbox
{
    public async Task<bool> TryBeginAsync(
        DbTransaction transaction, string consumer, Guid messageId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentException.ThrowIfNullOrEmpty(consumer);
        if (!database.Accepts(transaction))
        {
            throw new ArgumentException(
                $"The inbox was given a transaction ({transaction.GetType().Name}) that is closed or not of its database.", nameof(transaction));
        }

        var command = transaction.Connection!.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.Transaction = transaction;
            command.CommandText =
                $"insert into inbox(consumer, message_id, processed_at) values (@consumer, @id, {database.Dialect.Now}) on conflict do nothing";
            var rows = await command.With(("consumer", consumer), ("id", messageId))
                .ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            OutboxProbe.Reached(OutboxStep.AfterInboxInsert);
            if (rows == 0)
            {
                OutboxMetrics.Duplicate(consumer);
            }

            return rows > 0;
        }
    }
}
