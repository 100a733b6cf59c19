using BenchmarkDotNet.Attributes;
using DomainEvents.Persistence;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Benchmarks.Outbox;

/// <summary>A transaction that changes a row and writes messages: by hand, through the store, and through a unit of work that also makes the messages.</summary>
[MemoryDiagnoser]
public class EnqueueBenchmarks
{
    private readonly DomainEventPublisher _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
    private readonly OutboxMessageFactory _factory = new();
    private OutboxFile _file = null!;
    private UnitOfWorkOptions _options = null!;
    private OutboxMessage _message;

    [Params(1, 100)]
    public int Messages { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _file = new OutboxFile();
        _options = new UnitOfWorkOptions { Outbox = new OutboxWriter(_file.Store, _factory) };
        _message = _factory.Create(Paid.Create());
    }

    [GlobalCleanup]
    public void Close() => _file.Dispose();

    [Benchmark(Baseline = true)]
    public void By_hand()
    {
        using var transaction = _file.Connection.BeginTransaction();
        Change(transaction);
        using var command = _file.Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "insert into outbox (id, part, stream_id, stream_seq, type, schema_ver, occurred_at, data, content_type) values (@id, 0, '', 0, @type, 1, @at, @data, @content)";
        var id = command.Parameters.Add("@id", SqliteType.Text);
        command.Parameters.AddWithValue("@type", _message.Type);
        command.Parameters.AddWithValue("@at", _message.OccurredAt);
        command.Parameters.AddWithValue("@data", _message.Data.ToArray());
        command.Parameters.AddWithValue("@content", _message.ContentType);
        for (var number = 0; number < Messages; number++)
        {
            id.Value = Guid.CreateVersion7();
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    [Benchmark]
    public async Task Store()
    {
        await using var transaction = _file.Connection.BeginTransaction();
        Change(transaction);
        var messages = new OutboxMessage[Messages];
        for (var number = 0; number < messages.Length; number++)
        {
            messages[number] = _message with { Id = Guid.CreateVersion7() };
        }

        await _file.Store.AppendAsync(transaction, messages);
        await transaction.CommitAsync();
    }

    [Benchmark]
    public void Unit_of_work()
    {
        using IUnitOfWork work = UnitOfWork.Begin(_file.Connection, _publisher, _options);
        Change((SqliteTransaction)work.Transaction);
        for (var number = 0; number < Messages; number++)
        {
            work.Raise(Paid.Create());
        }

        work.Commit();
    }

    private void Change(SqliteTransaction transaction)
    {
        using var command = _file.Connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "update account set balance = balance + 1 where id = 'a'";
        command.ExecuteNonQuery();
    }
}
