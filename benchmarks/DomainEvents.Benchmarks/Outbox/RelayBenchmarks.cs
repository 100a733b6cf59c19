using BenchmarkDotNet.Attributes;
using DomainEvents.Persistence;
using DomainEvents.Persistence.Relay;
using Microsoft.Extensions.Logging.Abstractions;

namespace DomainEvents.Benchmarks.Outbox;

/// <summary>Empties an outbox in SQLite into a receiver that takes everything at once; beside it the bare statements: read a batch, delete it.</summary>
public class RelayBenchmarks
{
    private const int Messages = 10_000;
    private const int Batch = 1000;

    private OutboxFile _file = null!;
    private OutboxRelay _relay = null!;

    [GlobalSetup]
    public void Open()
    {
        _file = new OutboxFile();
        _relay = new OutboxRelay(
            _file.Store, new Receiver(), new OutboxOptions { RelayName = "benchmark", BatchSize = Batch }, new RelayStatus(), TimeProvider.System, NullLogger.Instance);
    }

    [GlobalCleanup]
    public void Close() => _file.Dispose();

    [IterationSetup]
    public void Fill()
    {
        _file.Execute("delete from outbox");
        var factory = new OutboxMessageFactory();
        using var transaction = _file.Connection.BeginTransaction();
        var messages = Enumerable.Range(0, Messages).Select(number => factory.Create(Paid.Create(), new StreamRef("account-" + (number % 100), number / 100))).ToArray();
        _file.Store.AppendAsync(transaction, messages).AsTask().GetAwaiter().GetResult();
        transaction.Commit();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public int By_hand()
    {
        var read = 0;
        for (var batch = 0; batch < Messages / Batch; batch++)
        {
            using var transaction = _file.Connection.BeginTransaction();
            using var select = _file.Connection.CreateCommand();
            select.Transaction = transaction;
            select.CommandText = $"select seq, id, stream_id, stream_seq, type, schema_ver, occurred_at, data, content_type from outbox order by seq limit {Batch}";
            var last = 0L;
            using (var reader = select.ExecuteReader())
            {
                while (reader.Read())
                {
                    last = reader.GetInt64(0);
                    read += reader.GetFieldValue<byte[]>(7).Length + reader.GetString(2).Length + reader.GetGuid(1).Version;
                }
            }

            using var delete = _file.Connection.CreateCommand();
            delete.Transaction = transaction;
            delete.CommandText = $"delete from outbox where seq <= {last}";
            delete.ExecuteNonQuery();
            transaction.Commit();
        }

        return read;
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task Relay()
    {
        while (await _relay.StepAsync(TimeSpan.FromHours(1), CancellationToken.None, CancellationToken.None) == TimeSpan.Zero)
        {
        }
    }

    private sealed class Receiver : IOutboxTransport
    {
        public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken) =>
            ValueTask.FromResult(PublishOutcome.Confirmed);
    }
}
