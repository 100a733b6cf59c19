using DomainEvents.Persistence.RabbitMQ;
using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Serialization;
using DomainEvents.Persistence.Tests.Servers;
using DomainEvents.Persistence.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RabbitMQ.Client;

namespace DomainEvents.Persistence.Tests.RabbitMQ;

/// <summary>Against a real broker. Each test has an exchange and queues of its own.</summary>
public sealed class RabbitMqTests(ServerFixture servers)
{
    private readonly string _exchange = $"exchange-{Guid.NewGuid():N}";
    private readonly string _queue = $"queue-{Guid.NewGuid():N}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_is_confirmed_when_it_lies_in_a_queue()
    {
        var server = await servers.RabbitMqAsync();
        await BindAsync(server);
        await using var transport = CreateTransport(server);
        var message = TestMessages.InStream("order-1", 3);

        var outcome = await transport.PublishAsync(message, Token);

        Assert.Equal(PublishOutcome.Confirmed, outcome);
        var delivery = await GetAsync(server, _queue);
        Assert.Equal(message, CloudEventHeaders.Read(delivery!.BasicProperties, message.Data));
        Assert.Equal(message.Data.ToArray(), delivery.Body.ToArray());
        Assert.Equal(DeliveryModes.Persistent, delivery.BasicProperties.DeliveryMode);
    }

    [Fact]
    public async Task Message_that_no_queue_takes_is_refused_and_the_next_one_is_not()
    {
        var server = await servers.RabbitMqAsync();
        await BindAsync(server, "order.*");
        await using var transport = CreateTransport(server);

        var unroutable = await transport.PublishAsync(TestMessages.InStream("s", 1, "stock.counted"), Token);
        var routable = await transport.PublishAsync(TestMessages.InStream("s", 2), Token);

        Assert.Equal((PublishOutcomeKind.Reject, PublishOutcomeKind.Confirmed), (unroutable.Kind, routable.Kind));
        Assert.Contains("No queue takes 'stock.counted'", unroutable.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_that_is_too_large_is_refused_without_a_broker()
    {
        await using var transport = new RabbitMqTransport(new RabbitMqOptions { Uri = new Uri("amqp://127.0.0.1:1/"), MaxMessageSize = 3 });

        var outcome = await transport.PublishAsync(TestMessages.Alone("four"), Token);

        Assert.Equal(PublishOutcomeKind.Reject, outcome.Kind);
    }

    [Fact]
    public async Task Broker_that_is_not_there_is_unavailable()
    {
        await using var transport = new RabbitMqTransport(new RabbitMqOptions { Uri = new Uri("amqp://127.0.0.1:1/") });

        var outcome = await transport.PublishAsync(TestMessages.Alone("1"), Token);

        Assert.Equal(PublishOutcomeKind.Unavailable, outcome.Kind);
        Assert.Contains("127.0.0.1:1", outcome.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_sent_without_waiting_arrive_in_the_order_in_which_they_were_sent()
    {
        var server = await servers.RabbitMqAsync();
        await BindAsync(server);
        await using var transport = CreateTransport(server);

        var sends = Enumerable.Range(0, 500).Select(number => transport.PublishAsync(TestMessages.Alone($"{number}"), Token).AsTask()).ToList();
        await Task.WhenAll(sends);

        Assert.Equal(Enumerable.Range(0, 500).Select(number => $"{number}"), await DrainAsync(server));
    }

    [Fact]
    public async Task Broker_that_is_killed_amid_a_batch_loses_and_disorders_nothing()
    {
        await using var server = await RabbitMqServer.StartAsync();
        await BindAsync(server);
        await using var database = new SqliteTestDatabase();
        await database.Schema.EnsureCreatedAsync(Token);
        var texts = Enumerable.Range(0, 2000).Select(number => TestMessages.InStream("s", number)).ToArray();
        await database.AppendAsync(texts);
        await using var transport = CreateTransport(server);
        var options = new OutboxOptions { RelayName = "test", BatchSize = 200, MaxOutstanding = 64, MaxCircuitDelay = TimeSpan.FromSeconds(1) };
        var status = new RelayStatus();
        var relay = new OutboxRelay(database.Store, transport, options, status, TimeProvider.System, NullLogger.Instance);
        await relay.StepAsync(TimeSpan.Zero, Token, Token);

        var step = relay.StepAsync(TimeSpan.Zero, Token, Token);
        await server.KillAsync();
        await step;
        var left = await database.CountAsync("outbox");
        while (status.TransportError is null)
        {
            await relay.StepAsync(TimeSpan.Zero, Token, Token);
        }

        // As long as it is away nothing is lost, and no attempt is spent.
        Assert.Equal(left, await database.CountAsync("outbox where attempts = 0"));
        await server.RunAsync();

        // A broker answers before a binding is on its disk: one that was made just before it was killed may be gone. Whoever owns a queue
        // declares it anew, as the consumer does.
        await BindAsync(server);
        while (await database.CountAsync("outbox") > 0)
        {
            await Task.Delay(await relay.StepAsync(TimeSpan.Zero, Token, Token), Token);
        }

        Assert.InRange(left, 1, 1800);
        Assert.Equal(texts.Select(message => TestMessages.TextOf(message)), (await DrainAsync(server)).Distinct());
        Assert.Equal(0, await database.CountAsync("outbox_dead"));
    }

    [Fact]
    public async Task Consumer_handles_a_message_once_however_often_it_arrives()
    {
        var server = await servers.RabbitMqAsync();
        await using var database = new SqliteTestDatabase();
        var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = CreateConsumer(server, database, placed => { if (placed.OrderId == "last") { handled.SetResult(); } });
        await host.StartAsync(Token);
        await using var transport = CreateTransport(server);
        var messages = host.Services.GetRequiredService<OutboxMessageFactory>();
        var twice = messages.Create(new OrderPlaced("twice"));
        await SendUntilRoutedAsync(transport, twice);
        await transport.PublishAsync(twice, Token);
        await transport.PublishAsync(messages.Create(new OrderPlaced("last")), Token);

        await handled.Task.WaitAsync(Token);
        await host.StopAsync(Token);

        Assert.Equal(["last", "twice"], host.Services.GetRequiredService<List<string>>().Order());
        Assert.Equal(2, await database.CountAsync("inbox"));
    }

    [Fact]
    public async Task Consumer_that_starts_before_its_broker_says_so_once_and_consumes_when_it_is_there()
    {
        await using var server = await RabbitMqServer.StartAsync();
        await server.KillAsync();
        await using var database = new SqliteTestDatabase();
        var log = new WarningLog();
        var handled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = CreateConsumer(server, database, _ => handled.SetResult(), log);

        await host.StartAsync(Token);
        await log.First.WaitAsync(Token);
        await server.RunAsync();
        await using var transport = CreateTransport(server);
        await SendUntilRoutedAsync(transport, host.Services.GetRequiredService<OutboxMessageFactory>().Create(new OrderPlaced("late")));
        await handled.Task.WaitAsync(Token);
        await host.StopAsync(Token);

        Assert.Equal(["late"], host.Services.GetRequiredService<List<string>>());
        Assert.Single(log.Warnings, text => text.Contains($"The consumer of '{_queue}' has no connection to RabbitMQ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Message_that_cannot_be_read_or_handled_goes_to_the_dead_letter_queue()
    {
        var server = await servers.RabbitMqAsync();
        await using var database = new SqliteTestDatabase();
        using var host = CreateConsumer(server, database, placed => { if (placed.OrderId == "poison") { throw new InvalidOperationException("no stock"); } });
        await host.StartAsync(Token);
        await using var transport = CreateTransport(server);
        var poison = host.Services.GetRequiredService<OutboxMessageFactory>().Create(new OrderPlaced("poison"));
        await SendUntilRoutedAsync(transport, poison);
        await transport.PublishAsync(poison with { Id = Guid.NewGuid(), Type = "order.forgotten" }, Token);

        List<string> dead = [];
        while (dead.Count < 2)
        {
            if (await GetAsync(server, _queue + ".dead") is { } delivery)
            {
                dead.Add(CloudEventHeaders.Read(delivery.BasicProperties, default).Type);
            }
        }

        await host.StopAsync(Token);
        Assert.Equal(["order.forgotten", "order.placed"], dead.Order());
        Assert.Equal(2, host.Services.GetRequiredService<List<string>>().Count);
        Assert.Equal(0, await database.CountAsync("inbox"));
    }

    private RabbitMqTransport CreateTransport(RabbitMqServer server) => new(new RabbitMqOptions { Uri = server.Uri, Exchange = _exchange, Source = "urn:test" });

    private IHost CreateConsumer(RabbitMqServer server, SqliteTestDatabase database, Action<OrderPlaced> handler, ILoggerProvider? log = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        if (log is not null)
        {
            builder.Logging.AddProvider(log);
        }

        List<string> handled = [];
        var publisher = new DomainEventPublisher();
        publisher.Subscribe<OrderPlaced>(placed =>
        {
            handled.Add(placed.OrderId);
            handler(placed);
        });
        builder.Services.AddSingleton(handled).AddSingleton(publisher).AddSingleton<IEventSerializer>(new TestSerializer());
        builder.Services.AddOutbox(outbox =>
        {
            outbox.Options.RunRelay = false;
            outbox.UseSqlite(database.ConnectionString).ConsumeFromRabbitMq(consumer =>
            {
                (consumer.Uri, consumer.Exchange, consumer.Queue) = (server.Uri, _exchange, _queue);
                (consumer.MaxDeliveries, consumer.RetryDelay) = (2, TimeSpan.FromMilliseconds(1));
            });
        });
        return builder.Build();
    }

    /// <summary>Until the consumer has declared its queue the broker gives the message back.</summary>
    private static async Task SendUntilRoutedAsync(RabbitMqTransport transport, OutboxMessage message)
    {
        while ((await transport.PublishAsync(message, Token)).Kind != PublishOutcomeKind.Confirmed)
        {
            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }
    }

    private async Task BindAsync(RabbitMqServer server, string binding = "#") => await WithChannelAsync(server, async channel =>
    {
        await channel.ExchangeDeclareAsync(_exchange, ExchangeType.Topic, durable: true, cancellationToken: Token);
        await channel.QueueDeclareAsync(_queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Token);
        await channel.QueueBindAsync(_queue, _exchange, binding, cancellationToken: Token);
        return true;
    });

    private static Task<BasicGetResult?> GetAsync(RabbitMqServer server, string queue) =>
        WithChannelAsync(server, channel => channel.BasicGetAsync(queue, autoAck: true, Token));

    private Task<List<string>> DrainAsync(RabbitMqServer server) => WithChannelAsync(server, async channel =>
    {
        List<string> texts = [];
        while (await channel.BasicGetAsync(_queue, autoAck: true, Token) is { } delivery)
        {
            texts.Add(System.Text.Encoding.UTF8.GetString(delivery.Body.Span));
        }

        return texts;
    });

    private static async Task<T> WithChannelAsync<T>(RabbitMqServer server, Func<IChannel, Task<T>> use)
    {
        await using var connection = await new ConnectionFactory { Uri = server.Uri }.CreateConnectionAsync(Token);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Token);
        return await use(channel);
    }
}
