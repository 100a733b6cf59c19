using DomainEvents.Persistence.Tests.Servers;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace DomainEvents.Persistence.Tests.Servers;

/// <summary>The servers of a run: each is started when the first test asks for it, and all tests share it.</summary>
public sealed class ServerFixture : IAsyncDisposable
{
    private readonly Lazy<Task<PostgreSqlServer>> _postgreSql = new(PostgreSqlServer.StartAsync);

    private readonly Lazy<Task<RabbitMqServer>> _rabbitMq = new(RabbitMqServer.StartAsync);

    internal Task<RabbitMqServer> RabbitMqAsync() => _rabbitMq.Value;

    internal Task<PostgreSqlServer> PostgreSqlAsync() => _postgreSql.Value;

    public async ValueTask DisposeAsync()
    {
        if (_postgreSql.IsValueCreated && _postgreSql.Value.IsCompletedSuccessfully)
        {
            await (await _postgreSql.Value).DisposeAsync();
        }

        if (_rabbitMq.IsValueCreated && _rabbitMq.Value.IsCompletedSuccessfully)
        {
            await (await _rabbitMq.Value).DisposeAsync();
        }
    }
}
