using DomainEvents.Persistence.Tests.Servers;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>Mechanisms that are switched off, to see that they are needed and that the oracle looks.</summary>
public abstract class GuaranteeTests
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract Task<CrashScene> CreateAsync();

    /// <summary>Each guarantee, the mechanism that keeps it, the step at which to die without it, and the fault that must be found.</summary>
    [Theory]
    [InlineData("G1", "atomicity", nameof(OutboxStep.BeforeCommit), "phantom")]
    [InlineData("G2", "confirmation", nameof(OutboxStep.AfterRead), "lost")]
    [InlineData("G3", "leases", null, "doubled")]
    [InlineData("G4", "inbox", nameof(OutboxStep.AfterConfirm), "had 2")]
    [InlineData("G5", "dead letters", null, "lost")]
    public async Task Guarantee_without_its_mechanism_is_found_broken(string guarantee, string mechanism, string? step, string fault)
    {
        await using var scene = await CreateAsync();
        if (step is not null)
        {
            var child = scene.Start("dying", CrashMatrix.Versions, scene.UntilEnd, $"at={step}:3", $"without={mechanism}");
            await scene.DieAsync(child, "dying", Enum.Parse<OutboxStep>(step), Token);
        }

        // Without leases two relays have the same messages in hand only if both are at it at once.
        string[] MeetIfTwo(string other) => mechanism == "leases" ? ["meet=" + other] : [];
        var first = scene.Start("first", [CrashMatrix.Versions, $"without={mechanism}", .. MeetIfTwo("second")]);
        var second = scene.Start("second", [scene.UntilEnd, $"without={mechanism}", .. MeetIfTwo("first")]);
        await CrashScene.FinishAsync(first, Token);
        await scene.SettleAsync(mechanism, Token);
        scene.LetEnd();
        await CrashScene.FinishAsync(second, Token);

        var faults = Oracle.FindFaults(await scene.ReadEvidenceAsync(Token));
        Assert.True(
            faults.Any(found => found.Contains(fault, StringComparison.Ordinal)),
            $"{guarantee} held without {mechanism}; found: {string.Join("; ", faults)}");
    }
}

public sealed class SqliteGuaranteeTests : GuaranteeTests
{
    private protected override async Task<CrashScene> CreateAsync() => await SqliteScene.CreateAsync(Token);
}

public sealed class BrokerGuaranteeTests(ServerFixture servers) : GuaranteeTests
{
    private protected override async Task<CrashScene> CreateAsync() => await BrokerScene.CreateAsync(servers, Token);
}
