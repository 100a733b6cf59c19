using System.Data.Common;

namespace DomainEvents.Persistence.Sql;

/// <summary>A connection on loan, with a transaction if it was begun with one. Disposing rolls back what was not committed.</summary>
internal sealed class SqlSession(DbConnection connection, DbTransaction? transaction, IDisposable? turn) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction ?? throw new InvalidOperationException("The session only reads.");

    public DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        return command;
    }

    public async ValueTask<int> ExecuteAsync(string text, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var command = Command(text);
        await using (command.ConfigureAwait(false))
        {
            return await command.With(parameters).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<long> ReadNumberAsync(string text, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        var command = Command(text);
        await using (command.ConfigureAwait(false))
        {
            var value = await command.With(parameters).ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            return value is null or DBNull ? 0 : Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    public async ValueTask CommitAsync(CancellationToken cancellationToken) =>
        await transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null)
            {
                await transaction.DisposeAsync().ConfigureAwait(false);
            }

            await connection.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            turn?.Dispose();
        }
    }
}
