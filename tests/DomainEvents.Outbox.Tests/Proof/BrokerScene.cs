using System.Text;
using DomainEvents.Persistence.RabbitMQ;
using DomainEvents.Persistence.Tests.Servers;
using RabbitMQ.Client;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>PostgreSQL and RabbitMQ. What arrives is seen in a second queue, beside the consumer's, in the order in which the broker took it.</summary>
internal sealed class BrokerScene : CrashScene
{
    private const string Binding = "account.changed";

    private readonly string _connectionString;
    private readonly Uri _broker;
    private readonly string _exchange = $"crash-{Guid.NewGuid():N}";

    private BrokerScene(PostgreSqlTestDatabase database, Uri broker)
        : base(database)
    {
        _connectionString = database.ConnectionString;
        _broker = broker;
    }

    private string Audit => _exchange + ".audit";

    protected override IReadOnlyList<string> Options => [$"postgresql={_connectionString}", $"broker={_broker}", $"exchange={_exchange}"];

    public static async Task<BrokerScene> CreateAsync(ServerFixture servers, CancellationToken cancellationToken)
    {
        var broker = (await servers.RabbitMqAsync()).Uri;
        var scene = new BrokerScene(await PostgreSqlTestDatabase.CreateAsync(await servers.PostgreSqlAsync()), broker);
        await scene.PrepareAsync(cancellationToken);
        return scene;
    }

    /// <summary>Nothing may be sent before there is a queue for it.</summary>
    public override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await base.PrepareAsync(cancellationToken);
        var options = new RabbitMqConsumerOptions { Exchange = _exchange, Queue = _exchange, MaxDeliveries = 1000 };
        options.Bindings.Add(Binding);
        await WithChannelAsync(async channel =>
        {
            await RabbitMqTopology.DeclareAsync(channel, options, cancellationToken);
            await channel.QueueDeclareAsync(Audit, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
            await channel.QueueBindAsync(Audit, _exchange, Binding, cancellationToken: cancellationToken);
            return true;
        });
    }

    /// <summary>An effect that never comes is found by the oracle: it is not waited for without end.</summary>
    public override async Task SettleAsync(int events, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!patience.IsCancellationRequested && await CountHandledAsync() < events)
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    /// <summary>A second effect comes when the consumer has got that far, if it comes.</summary>
    public override async Task SettleAsync(string mechanism, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (mechanism == "inbox" && !patience.IsCancellationRequested
            && (await QueryAsync("select place from effect group by place having count(*) > 1")).Count == 0)
        {
            await Task.Delay(20, cancellationToken);
        }
    }

    protected override Task<IReadOnlyList<Arrival>> ReadArrivalsAsync(CancellationToken cancellationToken) =>
        WithChannelAsync<IReadOnlyList<Arrival>>(async channel =>
        {
            List<Arrival> arrivals = [];
            while (await channel.BasicGetAsync(Audit, autoAck: true, cancellationToken) is { } delivery)
            {
                var source = Encoding.UTF8.GetString((byte[])delivery.BasicProperties.Headers!["cloudEvents:source"]!);
                arrivals.Add(Arrival.Parse($"{source["urn:".Length..]} {delivery.BasicProperties.MessageId} {Arrival.PlaceOf(delivery.Body)}"));
            }

            return arrivals;
        });

    private async Task<int> CountHandledAsync() =>
        int.Parse((await QueryAsync("select (count(distinct place) + (select count(*) from outbox_dead))::text from effect")).Single());

    private async Task<T> WithChannelAsync<T>(Func<IChannel, Task<T>> use)
    {
        await using var connection = await new ConnectionFactory { Uri = _broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        return await use(channel);
    }
}
