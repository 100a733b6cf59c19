using System.Data.Common;
using DomainEvents.Persistence.Sql;

namespace DomainEvents.Persistence.Tests.Support;

/// <summary>A database of its own for a test, with the store on it and connections such as an application has.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private readonly Lazy<SqlSchema> _schema;
    private readonly Lazy<SqlOutboxStore> _store;

    protected TestDatabase()
    {
        _schema = new(() => new SqlSchema(Database));
        _store = new(() => new SqlOutboxStore(Database));
    }

    public IOutboxSchema Schema => _schema.Value;

    public IOutboxStore Store => _store.Value;

    public OutboxSignal Signal { get; } = new();

    public IDeadLetters DeadLetters => new SqlDeadLetters(Database, Signal);

    public IInbox Inbox => new SqlInbox(Database);

    internal abstract SqlDatabase Database { get; }

    /// <summary>Opens a connection as an application would.</summary>
    public abstract Task<DbConnection> ConnectAsync();

    public abstract ValueTask DisposeAsync();

    public async Task ExecuteAsync(string text)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<long> CountAsync(string table)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from " + table;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Appends messages in a transaction of their own.</summary>
    public async Task AppendAsync(params OutboxMessage[] messages)
    {
        await using var connection = await ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Store.AppendAsync(transaction, messages);
        await transaction.CommitAsync();
    }

    /// <summary>What the passing of time does to leases: they end.</summary>
    public Task EndLeasesAsync() => ExecuteAsync("update outbox_partition set lease_until = 0");

    /// <summary>The same, and their owners count as gone.</summary>
    public async Task EndRelaysAsync()
    {
        await EndLeasesAsync();
        await ExecuteAsync("update outbox_relay set seen_until = 0");
    }

    /// <summary>What the passing of time does to messages that wait for another attempt.</summary>
    public async Task MakeDueAsync()
    {
        await ExecuteAsync("update outbox set next_at = 1 where next_at is not null");
        await ExecuteAsync("update outbox_stream set blocked_until = 1 where blocked_until is not null");
    }
}
