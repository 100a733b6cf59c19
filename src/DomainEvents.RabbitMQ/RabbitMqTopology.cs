using RabbitMQ.Client;

namespace DomainEvents.Persistence.RabbitMQ;

/// <summary>What a consumer needs on the broker. Declaring it again changes nothing.</summary>
internal static class RabbitMqTopology
{
    /// <summary>What OpenTelemetry calls RabbitMQ.</summary>
    public const string MessagingSystem = "rabbitmq";

    public static async Task DeclareAsync(IChannel channel, RabbitMqConsumerOptions options, CancellationToken cancellationToken)
    {
        var dead = options.Queue + ".dead";
        await channel.ExchangeDeclareAsync(options.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await channel.ExchangeDeclareAsync(dead, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken).ConfigureAwait(false);
        await channel.QueueDeclareAsync(
            dead, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        await channel.QueueBindAsync(dead, dead, "", cancellationToken: cancellationToken).ConfigureAwait(false);

        // The broker counts deliveries, also those that a crash ended.
        await channel.QueueDeclareAsync(
            options.Queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = options.MaxDeliveries - 1,
                ["x-dead-letter-exchange"] = dead,
            },
            cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var binding in options.Bindings.Count == 0 ? ["#"] : options.Bindings)
        {
            await channel.QueueBindAsync(options.Queue, options.Exchange, binding, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
    }
}
