using DomainEvents.Persistence.Tests.Servers;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>The matrix on servers: some of its steps always, all of them where CRASH_MATRIX is set to <c>all</c>.</summary>
public sealed class PostgreSqlCrashTests(ServerFixture servers)
{
    /// <summary>The moments between two systems: what the one has done the other does not know yet.</summary>
    private static readonly OutboxStep[] s_betweenTwo =
        [OutboxStep.AfterCommit, OutboxStep.AfterSend, OutboxStep.BeforeDeleteCommit, OutboxStep.BeforeHandlerCommit];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Crash_at_any_step_loses_doubles_and_disorders_nothing() => CrashMatrix.RunAsync(
        Environment.GetEnvironmentVariable("CRASH_MATRIX") == "all" ? Enum.GetValues<OutboxStep>() : s_betweenTwo,
        async () => await BrokerScene.CreateAsync(servers, Token),
        Token);
}
