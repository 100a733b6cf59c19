using System.Data.Common;

namespace DomainEvents.Persistence.Sql;

/// <summary>Opens the store's own connections, which are never those of the application.</summary>
internal abstract class SqlDatabase(SqlDialect dialect) : IAsyncDisposable, IDisposable
{
    public SqlDialect Dialect { get; } = dialect;

    /// <summary>How long the relay sleeps at most when nothing wakes it.</summary>
    public abstract TimeSpan PollInterval { get; }

    /// <summary>Opens a connection without a transaction, for reading.</summary>
    public abstract ValueTask<SqlSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens a transaction that may write. Its commit is durable, and makes durable what it saw of others.</summary>
    public abstract ValueTask<SqlSession> BeginAsync(CancellationToken cancellationToken);

    /// <summary>Whether a transaction is an open one of this kind of database.</summary>
    public abstract bool Accepts(DbTransaction transaction);

    /// <summary>Containers are disposed of synchronously too, and refuse what can only be so asynchronously.</summary>
    public abstract void Dispose();

    public virtual ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}
