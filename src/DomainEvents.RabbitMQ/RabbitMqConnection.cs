using RabbitMQ.Client;

namespace DomainEvents.Persistence.RabbitMQ;

/// <summary>Opens connections that break when they break: what to do then is decided by who uses them.</summary>
internal static class RabbitMqConnection
{
    public static async ValueTask<IConnection> OpenAsync(Uri uri, string purpose, CancellationToken cancellationToken)
    {
        var factory = new ConnectionFactory
        {
            Uri = uri,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            ClientProvidedName = $"DomainEvents {purpose} {Environment.MachineName}:{Environment.ProcessId}",
            RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
        };
        return await factory.CreateConnectionAsync(cancellationToken).ConfigureAwait(false);
    }
}
