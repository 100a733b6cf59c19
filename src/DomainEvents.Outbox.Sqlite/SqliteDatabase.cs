using System.Data.Common;
using DomainEvents.Persistence.Sql;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Sqlite;

/// <summary>
/// The store's connections to a file. They are apart from the application's, because they commit with a full synchronization whatever the
/// application has chosen. Writers of this process take turns here and do not wait for each other inside SQLite.
/// </summary>
internal sealed class SqliteDatabase : SqlDatabase
{
    private const int DefaultBusyTimeout = 10_000;

    private readonly string _connectionString;
    private readonly int _busyTimeout;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _isPrepared;

    /// <param name="connectionString">Names the file.</param>
    /// <param name="busyTimeout">How many milliseconds to wait for other processes that write.</param>
    public SqliteDatabase(string connectionString, int busyTimeout = DefaultBusyTimeout)
        : this(connectionString, busyTimeout, isPrepared: false)
    {
    }

    private SqliteDatabase(string connectionString, int busyTimeout, bool isPrepared)
        : base(new SqliteDialect())
    {
        _busyTimeout = busyTimeout;
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.DataSource.Length == 0 || builder.DataSource == ":memory:" || builder.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException(
                "An outbox in memory would lose its messages with the process, and each connection would see another one. Name a file in the "
                + "connection string: \"Data Source=app.db\".",
                nameof(connectionString));
        }

        // A pool of its own: a pooled connection keeps the settings of its last user. SQLite itself waits for locks; the provider, which
        // would try again for ever at zero, gives up when SQLite did.
        builder.Pooling = true;
        builder.DefaultTimeout = 1;
        builder.Cache = SqliteCacheMode.Private;
        _connectionString = builder.ConnectionString;
        _isPrepared = isPrepared ? 1 : 0;
    }

    public override TimeSpan PollInterval => TimeSpan.FromSeconds(1);

    /// <summary>For visitors: the file is neither created nor set to write-ahead logging.</summary>
    public static SqliteDatabase OpenExisting(string connectionString) => new(
        new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.ReadWrite }.ConnectionString, DefaultBusyTimeout, isPrepared: true);

    public override async ValueTask<SqlSession> OpenAsync(CancellationToken cancellationToken) =>
        new(await ConnectAsync(cancellationToken).ConfigureAwait(false), null, null);

    public override async ValueTask<SqlSession> BeginAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        var turn = new Turn(_turn);
        SqliteConnection? connection = null;
        try
        {
            connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);

            // Immediate: a transaction that reads first and writes later could not wait for a writer, and would fail instead.
            return new SqlSession(connection, connection.BeginTransaction(deferred: false), turn);
        }
        catch
        {
            connection?.Dispose();
            turn.Dispose();
            throw;
        }
    }

    public override bool Accepts(DbTransaction transaction) => transaction is SqliteTransaction { Connection: not null };

    public override void Dispose()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Opens a connection that no pool hands to others, for who listens on it.</summary>
    public async ValueTask<SqliteConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = connection.CreateCommand();
            command.CommandText = $"pragma busy_timeout = {_busyTimeout}; pragma synchronous = full;";
            if (Volatile.Read(ref _isPrepared) == 0)
            {
                // Stays with the file: readers and the writer do not wait for each other.
                command.CommandText += " pragma journal_mode = wal;";
            }

            command.ExecuteNonQuery();
            Volatile.Write(ref _isPrepared, 1);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
