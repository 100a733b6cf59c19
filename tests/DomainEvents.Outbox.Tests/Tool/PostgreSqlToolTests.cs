using DomainEvents.Persistence.Tests.Servers;
using DomainEvents.Persistence.Tests.Support;
using Npgsql;

namespace DomainEvents.Persistence.Tests.Tool;

public sealed class PostgreSqlToolTests(ServerFixture servers) : ToolContract
{
    protected override string[] Where => ["--postgresql", ((PostgreSqlTestDatabase)Database).ConnectionString];

    [Fact]
    public async Task Server_that_is_not_there_is_reported()
    {
        Assert.Equal(1, await RunExactlyAsync("status", "--postgresql", "Host=127.0.0.1;Port=1;Username=shop;Password=secret;Timeout=3"));

        Assert.Contains("127.0.0.1:1", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_wakes_the_relays_of_the_application()
    {
        await BuryAsync(TestMessages.InStream("s", 0));
        await using var connection = (NpgsqlConnection)await Database.ConnectAsync();
        await using var listen = new NpgsqlCommand("listen domainevents_outbox", connection);
        await listen.ExecuteNonQueryAsync(Token);
        var isWoken = false;
        connection.Notification += (_, notification) => isWoken |= notification.Payload == "tool";

        Assert.Equal(0, await RunAsync("replay", "--all"));

        while (!isWoken)
        {
            await connection.WaitAsync(Token);
        }
    }

    protected override async Task<TestDatabase> CreateAsync() => await PostgreSqlTestDatabase.CreateAsync(await servers.PostgreSqlAsync());
}
