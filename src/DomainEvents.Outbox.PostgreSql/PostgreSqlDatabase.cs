using System.Data.Common;
using DomainEvents.Persistence.Sql;
using Npgsql;

namespace DomainEvents.Persistence.PostgreSql;

/// <summary>
/// The store's own connections to PostgreSQL. Their commits are on disk when they return, whatever the server's default is: a commit makes
/// all earlier ones durable, and so what the relay has read.
/// </summary>
internal sealed class PostgreSqlDatabase(NpgsqlDataSource dataSource, bool ownsDataSource) : SqlDatabase(new PostgreSqlDialect())
{
    public override TimeSpan PollInterval => TimeSpan.FromSeconds(5);

    /// <summary>Makes a data source of a connection string, with a pool of its own.</summary>
    public static PostgreSqlDatabase Create(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.ApplicationName ??= "DomainEvents.Outbox";
        return new PostgreSqlDatabase(builder.Build(), ownsDataSource: true);
    }

    public override async ValueTask<SqlSession> OpenAsync(CancellationToken cancellationToken) =>
        new(await ConnectAsync(cancellationToken).ConfigureAwait(false), null, null);

    public override async ValueTask<SqlSession> BeginAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var session = new SqlSession(
                connection, await connection.BeginTransactionAsync(System.Data.IsolationLevel.ReadCommitted, cancellationToken).ConfigureAwait(false), null);
            await session.ExecuteAsync("set local synchronous_commit = on", cancellationToken).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A transaction keeps its connection after it has ended; asked for its isolation level, it says so.</summary>
    public override bool Accepts(DbTransaction transaction)
    {
        try
        {
            return transaction is NpgsqlTransaction { Connection: not null, IsolationLevel: not System.Data.IsolationLevel.Chaos };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken) => dataSource.OpenConnectionAsync(cancellationToken);

    public override void Dispose()
    {
        if (ownsDataSource)
        {
            dataSource.Dispose();
        }
    }

    public override ValueTask DisposeAsync() => ownsDataSource ? dataSource.DisposeAsync() : default;
}
