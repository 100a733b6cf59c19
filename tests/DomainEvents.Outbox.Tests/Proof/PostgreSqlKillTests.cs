using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Tests.Servers;
using DomainEvents.Persistence.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>A server of its own, which dies while the relay works on it.</summary>
public sealed class PostgreSqlKillTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Database_that_is_killed_amid_a_batch_loses_and_disorders_nothing()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        await using var database = await PostgreSqlTestDatabase.CreateAsync(server);
        await database.Schema.EnsureCreatedAsync(Token);
        var messages = Enumerable.Range(0, 300).Select(number => TestMessages.InStream("s", number)).ToArray();
        await database.AppendAsync(messages);
        var transport = new ScriptedTransport();
        transport.Answer = async text =>
        {
            if (text == "s/150" && transport.Sent.Count == 151)
            {
                await server.KillAsync();
            }

            return PublishOutcome.Confirmed;
        };
        var status = new RelayStatus();
        var options = new OutboxOptions
        {
            RelayName = "test",
            BatchSize = 100,
            MaxOutstanding = 1,
            MaxCircuitDelay = TimeSpan.FromSeconds(1),
            PublishTimeout = TimeSpan.FromMinutes(5),
            LeaseDuration = TimeSpan.FromMinutes(20),
        };
        var relay = new OutboxRelay(database.Store, transport, options, status, TimeProvider.System, NullLogger.Instance);

        while (status.StoreError is null)
        {
            await relay.StepAsync(TimeSpan.Zero, Token, Token);
        }

        await server.RunAsync();
        while (status.StoreError is not null || await CountAsync(database) > 0)
        {
            await Task.Delay(await relay.StepAsync(TimeSpan.Zero, Token, Token), Token);
        }

        // What was confirmed and not yet noted is sent again, in order: nothing else is.
        Assert.Equal(messages.Select(message => TestMessages.TextOf(message)), transport.Sent.Distinct());
        Assert.Equal(400, transport.Sent.Count);
    }

    /// <summary>On a connection of its own: those in the test's pool died with the server.</summary>
    private static async Task<long> CountAsync(PostgreSqlTestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand("select count(*) from outbox", connection);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
