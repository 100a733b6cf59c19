using DomainEvents;
using DomainEvents.Persistence;
using DomainEvents.Persistence.Tests.Diagnostics;
using DomainEvents.Persistence.Tests.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Shop;

/// <summary>A generated event goes all the way: unit of work, outbox, relay, broker, consumer, handler. The applications are those of the guides.</summary>
public sealed class EndToEndTests(ServerFixture servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Event_that_is_raised_in_one_application_has_its_effect_once_in_another()
    {
        var broker = (await servers.RabbitMqAsync()).Uri;
        var (shop, stock) = (await CreateDatabaseAsync("orders(id text, total numeric)"), await CreateDatabaseAsync("reservation(order_id text)"));
        using var log = new MeasurementLog(static tags => tags.Contains("messaging.destination.name=domain-events:", StringComparison.Ordinal));
        using var consumer = Hosts.CreateConsumer(stock, broker);
        using var sender = Hosts.CreateSender(shop, broker);
        await consumer.StartAsync(Token);
        await sender.StartAsync(Token);
        await WaitForQueueAsync(broker);

        await PlaceAsync(sender, shop, "A-17");
        await WaitForRowsAsync(stock, "reservation", 1);
        await SendAgainAsync(sender, shop, stock);
        await PlaceByHandAsync(sender, shop, "A-18");
        await WaitForRowsAsync(stock, "reservation", 2);

        Assert.Equal("A-17, A-18", await ReadAsync(stock, "select string_agg(order_id, ', ' order by order_id) from reservation"));
        Assert.Equal("2", await ReadAsync(stock, "select count(*) from inbox"));
        Assert.Equal("0", await ReadAsync(shop, "select count(*) from outbox_dead"));
        Assert.Equal("2", await ReadAsync(shop, "select count(*) from orders"));
        var health = await sender.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token);
        Assert.True(health.Entries.ContainsKey("outbox"));
        await sender.StopAsync(Token);
        await consumer.StopAsync(Token);
        Assert.Equal(
            "messaging.destination.name=domain-events:order.placed messaging.operation.name=send messaging.operation.type=send messaging.system=rabbitmq",
            Assert.Single(log.Of("messaging.client.sent.messages").Select(static row => row.Tags).Distinct()));
        Assert.Contains(
            "messaging.destination.name=domain-events:order.placed:stock messaging.operation.name=consume messaging.operation.type=receive messaging.system=rabbitmq",
            log.Of("messaging.client.consumed.messages").Select(static row => row.Tags));
        Assert.Contains(
            "messaging.destination.name=domain-events:order.placed:stock messaging.operation.name=process messaging.operation.type=process messaging.system=rabbitmq",
            log.Of("messaging.process.duration").Select(static row => row.Tags));
    }

    [Fact]
    public async Task Event_of_a_transaction_that_is_rolled_back_is_not_sent()
    {
        var broker = (await servers.RabbitMqAsync()).Uri;
        var shop = await CreateDatabaseAsync("orders(id text, total numeric)");
        using var sender = Hosts.CreateSender(shop, broker);
        await sender.Services.GetRequiredService<IOutboxSchema>().EnsureCreatedAsync(Token);
        await using var scope = sender.Services.CreateAsyncScope();
        await using (var connection = new NpgsqlConnection(shop))
        {
            await connection.OpenAsync(Token);
            await using IUnitOfWork work = await scope.ServiceProvider.GetRequiredService<UnitOfWorkFactory>().BeginAsync(connection, cancellationToken: Token);
            work.Raise(new OrderPlaced("A-19", 1m));
            await work.RollbackAsync(Token);
        }

        Assert.Equal("0", await ReadAsync(shop, "select count(*) from outbox"));
    }

    private static async Task PlaceAsync(IHost sender, string shop, string orderId)
    {
        await using var scope = sender.Services.CreateAsyncScope();
        await using var connection = new NpgsqlConnection(shop);
        await Orders.PlaceAsync(scope.ServiceProvider.GetRequiredService<UnitOfWorkFactory>(), connection, orderId, 42.50m, Token);
    }

    private static async Task PlaceByHandAsync(IHost sender, string shop, string orderId)
    {
        await using var connection = new NpgsqlConnection(shop);
        await connection.OpenAsync(Token);
        var services = sender.Services;
        await Orders.PlaceAsync(
            services.GetRequiredService<IOutboxStore>(), services.GetRequiredService<OutboxMessageFactory>(), services.GetRequiredService<OutboxSignal>(), connection, orderId, 7m, Token);
    }

    /// <summary>What a relay does that died before it noted the confirm: the same message, under the same id.</summary>
    private static async Task SendAgainAsync(IHost sender, string shop, string stock)
    {
        var id = Guid.Parse(await ReadAsync(stock, "select message_id from inbox"));
        var message = sender.Services.GetRequiredService<OutboxMessageFactory>().Create(new OrderPlaced("A-17", 42.50m) { EventId = id });
        await using var connection = new NpgsqlConnection(shop);
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await sender.Services.GetRequiredService<IOutboxStore>().AppendAsync(transaction, new[] { message }, Token);
        await transaction.CommitAsync(Token);
        sender.Services.GetRequiredService<OutboxSignal>().Set();
        await WaitForRowsAsync(shop, "outbox", 0);
    }

    /// <summary>A message that no queue takes yet would go to the dead letters.</summary>
    internal static async Task WaitForQueueAsync(Uri broker, string queue = "stock")
    {
        var factory = new global::RabbitMQ.Client.ConnectionFactory { Uri = broker };
        await using var connection = await factory.CreateConnectionAsync(Token);
        while (true)
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
            try
            {
                if ((await channel.QueueDeclarePassiveAsync(queue, Token)).ConsumerCount > 0)
                {
                    return;
                }
            }
            catch (global::RabbitMQ.Client.Exceptions.OperationInterruptedException)
            {
                // Not declared yet.
            }
        }
    }

    private static async Task WaitForRowsAsync(string database, string table, int count)
    {
        while (await ReadAsync(database, $"select count(*) from {table}") != $"{count}")
        {
            await Task.Yield();
        }
    }

    private async Task<string> CreateDatabaseAsync(string table)
    {
        var server = await servers.PostgreSqlAsync();
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(server.ConnectionString, $"create schema {name}; create table {name}.{table}");
        return $"{server.ConnectionString};Search Path={name}";
    }

    private static async Task ExecuteAsync(string database, string text)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(Token);
    }

    private static async Task<string> ReadAsync(string database, string text)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(text, connection);
        return $"{await command.ExecuteScalarAsync(Token)}";
    }
}
