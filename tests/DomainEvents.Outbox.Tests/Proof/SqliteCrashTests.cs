using System.Runtime.InteropServices;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>Processes that die at every step, with one relay and with two; and one that stands still.</summary>
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

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
