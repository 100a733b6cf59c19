using System.Globalization;
using DomainEvents.Persistence.Tests.Servers;
using DomainEvents.Persistence.Tests.Support;
using Npgsql;

namespace DomainEvents.Persistence.Tests.BadInput;

/// <summary>
/// A server whose files cannot grow. A small disk of its own would have to be mounted; the limit on the size of a process's files needs no
/// more than the server's user, and meets the server in the same place.
/// </summary>
public sealed class PostgreSqlFullTests
{
    /// <summary>More than a segment of the log, so that only the table meets it.</summary>
    private const int Limit = 20_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Table_that_cannot_grow_refuses_a_message_with_its_transaction_and_keeps_the_others()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        await using var database = await PostgreSqlTestDatabase.CreateAsync(server);
        await database.Schema.EnsureCreatedAsync(Token);
        await database.AppendAsync(TestMessages.Alone("before"));
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);

        // As the server's own user, who may do it without more.
        await ServerProcess.RunAsync(
            "postgres", "prlimit", $"--pid={connection.ProcessID}", string.Create(CultureInfo.InvariantCulture, $"--fsize={Limit}:"));

        var exception = await Assert.ThrowsAsync<PostgresException>(() => AppendMuchAsync(database, connection));

        Assert.StartsWith("could not extend file", exception.MessageText, StringComparison.Ordinal);
        Assert.Equal(1, await database.CountAsync("outbox"));
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync(Token);
        await AppendMuchAsync(database, other);
        Assert.Equal(41, await database.CountAsync("outbox"));
    }

    private static async Task AppendMuchAsync(PostgreSqlTestDatabase database, NpgsqlConnection connection)
    {
        var random = new Random(1);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        for (var number = 0; number < 40; number++)
        {
            var text = string.Create(1_000_000, random, static (text, random) => random.GetItems("abcdefghijklmnopqrstuvwxyz0123456789", text));
            await database.Store.AppendAsync(transaction, new[] { TestMessages.Alone(text) }, Token);
        }

        await transaction.CommitAsync(Token);
    }
}
