using System.Runtime.InteropServices;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>Processes that die at every step, with one relay and with two; and mechanisms that are switched off, to see that they are needed.</summary>
public sealed partial class SqliteCrashTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task Crash_at_any_step_loses_doubles_and_disorders_nothing() =>
        CrashMatrix.RunAsync(Enum.GetValues<OutboxStep>(), async () => await SqliteScene.CreateAsync(Token), Token);

    [Fact]
    public async Task Relay_that_stood_still_past_its_lease_sends_nothing_of_what_it_had_read()
    {
        await using var scene = await SqliteScene.CreateAsync(Token);
        var stopped = scene.Start("stopped", CrashMatrix.Versions, "written-first=", "lease=4", $"at={OutboxStep.AfterRead}:2", "signal=19");
        await scene.StopAsync(stopped, Token);

        // The one thing for which real time has to pass: a process that stands still cannot be told that it did.
        await Task.Delay(TimeSpan.FromSeconds(4.5), Token);
        await CrashScene.FinishAsync(scene.Start("heir"), Token);

        Kill(stopped.Id, 18);
        await CrashScene.FinishAsync(stopped, Token);

        var evidence = await scene.ReadEvidenceAsync(Token);
        Assert.Empty(Oracle.FindFaults(evidence));
        Assert.Equal(0, Oracle.CountDuplicates(evidence));
        Assert.Contains(evidence.Arrivals, arrival => arrival.Sender == "heir");
    }

    /// <summary>Each guarantee, the mechanism that keeps it, the step at which to die without it, and the fault that must be found.</summary>
    [Theory]
    [InlineData("G1", "atomicity", nameof(OutboxStep.BeforeCommit), "phantom")]
    [InlineData("G2", "confirmation", nameof(OutboxStep.AfterRead), "lost")]
    [InlineData("G3", "leases", null, "doubled")]
    [InlineData("G4", "inbox", nameof(OutboxStep.AfterConfirm), "effect")]
    [InlineData("G5", "dead letters", null, "lost")]
    public async Task Guarantee_without_its_mechanism_is_found_broken(string guarantee, string mechanism, string? step, string fault)
    {
        await using var scene = await SqliteScene.CreateAsync(Token);
        if (step is not null)
        {
            var child = scene.Start("dying", CrashMatrix.Versions, $"at={step}:3", $"without={mechanism}");
            await scene.DieAsync(child, "dying", Enum.Parse<OutboxStep>(step), Token);
        }

        // Without leases two relays have the same messages in hand only if both are at it at once.
        string[] MeetIfTwo(string other) => mechanism == "leases" ? ["meet=" + other] : [];
        var first = scene.Start("first", [CrashMatrix.Versions, $"without={mechanism}", .. MeetIfTwo("second")]);
        var second = scene.Start("second", [scene.UntilEnd, $"without={mechanism}", .. MeetIfTwo("first")]);
        await CrashScene.FinishAsync(first, Token);
        scene.LetEnd();
        await CrashScene.FinishAsync(second, Token);

        var faults = Oracle.FindFaults(await scene.ReadEvidenceAsync(Token));
        Assert.True(
            faults.Any(found => found.StartsWith(fault, StringComparison.Ordinal)),
            $"{guarantee} held without {mechanism}; found: {string.Join("; ", faults)}");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
