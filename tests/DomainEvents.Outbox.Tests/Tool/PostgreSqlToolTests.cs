using DomainEvents.Persistence.Tests.Servers;
using DomainEvents.Persistence.Tests.Support;

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

    protected override async Task<TestDatabase> CreateAsync() => await PostgreSqlTestDatabase.CreateAsync(await servers.PostgreSqlAsync());
}
