using DomainEvents.Persistence.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace DomainEvents.Persistence.Tests.Model;

/// <summary>Random histories against the model. A failure prints its seed and the shortest history that shows it.</summary>
public class RelayModelTests
{
    private const int Cases = 1000;
    private const int Commands = 50;

    [Fact]
    public async Task Any_history_of_commits_failures_and_takeovers_keeps_the_guarantees()
    {
        var seed = Environment.GetEnvironmentVariable("MODEL_SEED") is { } text ? ulong.Parse(text) : (ulong)Random.Shared.NextInt64();
        TestContext.Current.TestOutputHelper?.WriteLine($"MODEL_SEED={seed}, {Cases} cases of {Commands} commands");
        await using var database = new SqliteTestDatabase();
        await database.Schema.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        var histories = Gen.Choose(0, 59).ArrayOf(Commands).ToArbitrary();
        var count = 0;
        var property = Prop.ForAll(histories, history =>
        {
            count++;
            var fault = Task.Run(() => RunAsync(database, history)).GetAwaiter().GetResult();
            return (fault is null).Label($"MODEL_SEED={seed}: {fault}");
        });

        property.Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(new Replay(new Rnd(seed, 1), null)));

        Assert.True(count >= Cases);
    }

    private static async Task<string?> RunAsync(SqliteTestDatabase database, int[] history)
    {
        await database.ExecuteAsync(
            "delete from outbox; delete from outbox_dead; delete from outbox_stream; delete from outbox_relay; "
            + "update outbox_partition set owner = null, lease_until = 0;");
        var model = new RelayModel(database);
        foreach (var command in history)
        {
            await model.RunAsync(command);
        }

        return await model.FinishAsync();
    }
}
