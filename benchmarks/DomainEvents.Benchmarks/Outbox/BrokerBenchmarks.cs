using BenchmarkDotNet.Attributes;
using DomainEvents.Persistence;
using DomainEvents.Persistence.PostgreSql;
using DomainEvents.Persistence.RabbitMQ;
using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Sql;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using RabbitMQ.Client;

namespace DomainEvents.Benchmarks.Outbox;

/// <summary>Empties an outbox in PostgreSQL into RabbitMQ; beside it the client alone, with as many unconfirmed messages on their way.</summary>
public class BrokerBenchmarks
{
    private const int Messages = 10_000;
    private const int Outstanding = 256;

    private readonly string _name = $"benchmark_{Guid.NewGuid():N}";
    private PostgreSqlDatabase _database = null!;
    private NpgsqlDataSource _dataSource = null!;
    private SqlOutboxStore _store = null!;
    private RabbitMqTransport _transport = null!;
    private OutboxRelay _relay = null!;
    private IConnection _connection = null!;
    private IChannel _channel = null!;
    private OutboxMessage[] _messages = [];

    [Params("classic", "quorum")]
    public string Queue { get; set; } = "";

    // Not asynchronous: the in-process toolchain would not wait for it.
    [GlobalSetup]
    public void Open() => OpenAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Close() => CloseAsync().GetAwaiter().GetResult();

    [IterationSetup]
    public void Fill() => FillAsync().GetAwaiter().GetResult();

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public async Task Client_alone()
    {
        using var window = new SemaphoreSlim(Outstanding);
        List<Task> sends = new(Messages);
        foreach (var message in _messages)
        {
            await window.WaitAsync();
            sends.Add(SendAsync(message, window));
        }

        await Task.WhenAll(sends);
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public async Task Relay()
    {
        while (await _relay.StepAsync(TimeSpan.FromHours(1), CancellationToken.None, CancellationToken.None) == TimeSpan.Zero)
        {
        }
    }

    private async Task OpenAsync()
    {
        await using (var admin = NpgsqlDataSource.Create(Servers.PostgreSql))
        await using (var create = admin.CreateCommand("create schema " + _name))
        {
            await create.ExecuteNonQueryAsync();
        }

        var connectionString = $"{Servers.PostgreSql};Search Path={_name}";
        _dataSource = NpgsqlDataSource.Create(connectionString);
        _database = PostgreSqlDatabase.Create(connectionString);
        await new SqlSchema(_database).EnsureCreatedAsync();
        _store = new SqlOutboxStore(_database);
        _connection = await new ConnectionFactory { Uri = Servers.RabbitMq }.CreateConnectionAsync();
        _channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await _channel.ExchangeDeclareAsync(_name, ExchangeType.Topic, durable: true);
        await _channel.QueueDeclareAsync(_name, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = Queue });
        await _channel.QueueBindAsync(_name, _name, "#");
        _transport = new RabbitMqTransport(new RabbitMqOptions { Uri = Servers.RabbitMq, Exchange = _name });
        var options = new OutboxOptions { RelayName = "benchmark", MaxOutstanding = Outstanding };
        _relay = new OutboxRelay(_store, _transport, options, new RelayStatus(), TimeProvider.System, NullLogger.Instance);
    }

    private async Task CloseAsync()
    {
        await _relay.LeaveAsync(CancellationToken.None);
        await _channel.QueueDeleteAsync(_name);
        await _channel.ExchangeDeleteAsync(_name);
        await _connection.DisposeAsync();
        await _transport.DisposeAsync();
        await using (var drop = _dataSource.CreateCommand($"drop schema {_name} cascade"))
        {
            await drop.ExecuteNonQueryAsync();
        }

        await _database.DisposeAsync();
        await _dataSource.DisposeAsync();
    }

    private async Task SendAsync(OutboxMessage message, SemaphoreSlim window)
    {
        await _channel.BasicPublishAsync(_name, message.Type, mandatory: true, CloudEventHeaders.Write(message, "urn:benchmark"), message.Data);
        window.Release();
    }

    private async Task FillAsync()
    {
        await _channel.QueuePurgeAsync(_name);
        var factory = new OutboxMessageFactory();
        _messages = [.. Enumerable.Range(0, Messages).Select(number => factory.Create(Paid.Create(), new StreamRef("account-" + (number % 100), number / 100)))];
        await using var connection = await _dataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var delete = new NpgsqlCommand("delete from outbox", connection, transaction))
        {
            await delete.ExecuteNonQueryAsync();
        }

        await _store.AppendAsync(transaction, _messages);
        await transaction.CommitAsync();
    }
}
