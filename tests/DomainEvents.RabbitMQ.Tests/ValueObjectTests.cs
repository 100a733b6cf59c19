using System.Data.Common;
using System.Diagnostics;
using System.Text.Json;
using DomainEvents;
using DomainEvents.Persistence;
using DomainEvents.Persistence.Tests.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Shop;

/// <summary>An event of strong ids and value objects goes through every store and the broker, and OpenTelemetry's SDK sees it go.</summary>
public sealed class ValueObjectTests(ServerFixture servers) : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"values-{Guid.NewGuid():N}.db");
    private readonly string _name = $"values_{Guid.NewGuid():N}";
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var file in (string[])[_file, _file + "-wal", _file + "-shm"])
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("sqlite", "order.priced")]
    [InlineData("postgresql", "order.priced")]
    [InlineData("rabbitmq", "NAME:order.priced")]
    public async Task Event_of_value_objects_comes_back_as_it_was_and_is_seen_on_its_way(string way, string destination)
    {
        destination = destination.Replace("NAME", _name, StringComparison.Ordinal);
        var tracing = Sdk.CreateTracerProviderBuilder().AddSource("DomainEvents.Outbox").AddInMemoryExporter(_spans).Build();
        using var metering = Sdk.CreateMeterProviderBuilder().AddMeter("DomainEvents.Outbox").AddInMemoryExporter(_metrics).Build();
        var (open, configure) = await PrepareAsync(way);
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(new DomainEventSerializer(options: new JsonSerializerOptions { TypeInfoResolver = ShopJsonContext.Default }));
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(configure);
        using var host = builder.Build();
        var received = new TaskCompletionSource<OrderPriced>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var subscription = host.Services.GetRequiredService<DomainEventPublisher>().Subscribe<OrderPriced>(e => received.TrySetResult(e));
        await host.StartAsync(Token);
        if (way == "rabbitmq")
        {
            await EndToEndTests.WaitForQueueAsync((await servers.RabbitMqAsync()).Uri, _name);
        }

        var priced = new OrderPriced(new OrderNumber("A-17"), new Money(42.50m, "EUR"), null);
        using var root = new Activity("root") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();
        await RaiseAsync(host, open(), priced);
        var back = await received.Task.WaitAsync(Token);
        await host.StopAsync(Token);

        Assert.Equal(priced, back);
        Assert.Equal((priced.EventId, priced.OccurredAt), (back.EventId, back.OccurredAt));
        Assert.Equal(0, await ReadAsync(open(), "select count(*) from outbox"));
        Assert.Equal(0, await ReadAsync(open(), "select count(*) from outbox_dead"));

        // No span is added any more.
        tracing.Dispose();
        var spans = _spans.Where(span => span.TraceId == root.TraceId).OrderByDescending(static span => span.DisplayName).ToList();
        Assert.Equal(way == "rabbitmq" ? ["send order.priced", "process order.priced"] : ["send order.priced"], spans.Select(static span => span.DisplayName));
        Assert.All(spans, span => Assert.Equal(root.SpanId, span.ParentSpanId));
        Assert.Equal(priced.EventId.ToString(), spans[0].GetTagItem("messaging.message.id"));
        Assert.Equal(destination, spans[0].GetTagItem("messaging.destination.name"));

        metering.ForceFlush();
        string[] ofTransport = ["messaging.client.operation.duration", "messaging.client.sent.messages"];
        string[] ofConsumer = ["messaging.client.consumed.messages", "messaging.process.duration"];
        Assert.Equal(ofTransport, InstrumentsTagged("messaging.destination.name", destination));
        Assert.Equal(way == "rabbitmq" ? ofConsumer : [], InstrumentsTagged("messaging.destination.name", $"{destination}:{_name}"));
        Assert.Equal(["domainevents.outbox.lag.duration"], InstrumentsTagged("domainevents.outbox.event_type", "order.priced"));
        Assert.Equal(["domainevents.outbox.circuit.open"], InstrumentsTagged("domainevents.outbox.circuit", "store"));
    }

    private async Task<(Func<DbConnection> Open, Action<OutboxBuilder> Configure)> PrepareAsync(string way)
    {
        if (way == "sqlite")
        {
            var file = $"Data Source={_file};Pooling=False";
            return (() => new SqliteConnection(file), outbox => outbox.UseSqlite(file));
        }

        var server = (await servers.PostgreSqlAsync()).ConnectionString;
        await using (var connection = new NpgsqlConnection(server))
        {
            await connection.OpenAsync(Token);
            await using var command = new NpgsqlCommand($"create schema {_name}", connection);
            await command.ExecuteNonQueryAsync(Token);
        }

        var database = $"{server};Search Path={_name}";
        if (way == "postgresql")
        {
            return (() => new NpgsqlConnection(database), outbox => outbox.UsePostgreSql(database));
        }

        var broker = (await servers.RabbitMqAsync()).Uri;
        return (() => new NpgsqlConnection(database), outbox => outbox
            .UsePostgreSql(database)
            .PublishTo(to => to.RabbitMq(rabbit => (rabbit.Uri, rabbit.Exchange, rabbit.Source) = (broker, _name, "urn:shop")))
            .ConsumeFromRabbitMq(consumer =>
            {
                (consumer.Uri, consumer.Exchange, consumer.Queue) = (broker, _name, _name);
                consumer.Bindings.Add("order.priced");
            }));
    }

    private static async Task RaiseAsync(IHost host, DbConnection connection, OrderPriced priced)
    {
        await using (connection)
        {
            await connection.OpenAsync(Token);
            await using var scope = host.Services.CreateAsyncScope();
            await using IUnitOfWork work = await scope.ServiceProvider.GetRequiredService<UnitOfWorkFactory>().BeginAsync(connection, cancellationToken: Token);
            work.Raise(priced, new StreamRef("order-A-17", 1));
            await work.CommitAsync(Token);
        }
    }

    private static async Task<long> ReadAsync(DbConnection connection, string text)
    {
        await using (connection)
        {
            await connection.OpenAsync(Token);
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            return (long)(await command.ExecuteScalarAsync(Token))!;
        }
    }

    private List<string> InstrumentsTagged(string key, string value)
    {
        HashSet<string> names = [];
        foreach (var metric in _metrics)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                foreach (var tag in point.Tags)
                {
                    if (tag.Key == key && Equals(tag.Value, value))
                    {
                        names.Add(metric.Name);
                    }
                }
            }
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }
}
