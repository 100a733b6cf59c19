using DomainEvents.Persistence.EntityFrameworkCore.Tests;
using DomainEvents.Persistence.Tests.Servers;

[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>The server of a run, started when the first test asks for it.</summary>
public sealed class PostgreSqlFixture : IAsyncDisposable
{
    private readonly Lazy<Task<PostgreSqlServer>> _server = new(PostgreSqlServer.StartAsync);

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
        {
            await (await _server.Value).DisposeAsync();
        }
    }

    internal async Task<ShopDatabase> CreateDatabaseAsync() => await PostgreSqlShopDatabase.CreateAsync(await _server.Value);
}
