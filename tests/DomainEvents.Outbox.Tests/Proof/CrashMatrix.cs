namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>Lets a process die at a step, with one relay and with two, and lets another one go on.</summary>
internal static class CrashMatrix
{
    /// <summary>How far the children bring each of the five accounts.</summary>
    public const string Versions = "versions=12";

    /// <summary>How many versions that makes over all accounts, each with an event.</summary>
    private const int Places = 12 * 5;

    /// <param name="steps">Where to die.</param>
    /// <param name="create">Makes a scene for each run.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task RunAsync(IEnumerable<OutboxStep> steps, Func<Task<CrashScene>> create, CancellationToken cancellationToken)
    {
        var (duplicates, resends) = (0, 0);
        List<string> faults = [];
        foreach (var step in steps)
        {
            // Both at once: each waits for its processes most of the time.
            var runs = await Task.WhenAll(new[] { 1, 2 }.Select(relays => RunAsync(step, relays, create, cancellationToken)));
            for (var run = 0; run < runs.Length; run++)
            {
                duplicates += Oracle.CountDuplicates(runs[run]);
                resends += Oracle.CountResends(runs[run]);
                faults.AddRange(Oracle.FindFaults(runs[run]).Select(fault => $"{step}, {run + 1} relays: {fault}"));
                Assert.Equal(Places, runs[run].Committed.Values.Sum());
            }
        }

        Assert.Empty(faults);
        Assert.True(duplicates > 0, "No crash led to a second arrival: the matrix does not reach the moments that it is about.");
        Assert.True(resends > 0, "No crash led to a second sending: the matrix does not reach the moments that it is about.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{duplicates} second arrivals and {resends} second sendings over the matrix");
    }

    private static async Task<Evidence> RunAsync(
        OutboxStep step, int relays, Func<Task<CrashScene>> create, CancellationToken cancellationToken)
    {
        await using var scene = await create();
        return await CrashAsync(scene, step, relays, cancellationToken);
    }

    private static async Task<Evidence> CrashAsync(CrashScene scene, OutboxStep step, int relays, CancellationToken cancellationToken)
    {
        if (relays == 2)
        {
            await scene.GiveLowerHalfAsync("dying", cancellationToken);
        }

        var other = relays == 2 ? scene.Start("other", scene.UntilEnd, "max=8", "sends-only=") : null;
        string[] options = step == OutboxStep.AfterRenew ? ["mute=", "lease=4", $"at={step}:1"] : [$"at={step}:{Occurrence(step)}"];
        string[] life = step == OutboxStep.BeforeRelease ? [] : [scene.UntilEnd];
        var child = scene.Start("dying", [Versions, relays == 2 ? "max=8" : "max=16", .. life, .. options]);
        await scene.DieAsync(child, "dying", step, cancellationToken);
        var heir = scene.Start("heir", Versions, scene.UntilEnd);
        await scene.SettleAsync(Places, cancellationToken);
        scene.LetEnd();
        await CrashScene.FinishAsync(heir, cancellationToken);
        if (other is not null)
        {
            await CrashScene.FinishAsync(other, cancellationToken);
        }

        return await scene.ReadEvidenceAsync(cancellationToken);
    }

    /// <summary>Steps that come once in a life are met the first time; the others in the midst of the work.</summary>
    private static int Occurrence(OutboxStep step) => step is OutboxStep.AfterAcquire or OutboxStep.BeforeRelease ? 1 : 2;
}
