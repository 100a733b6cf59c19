namespace DomainEvents.RoslynTesting;

/// <summary>
/// A compiler server of one fixture's own: its builds need not start a compiler each, which takes longer than compiling a small project.
/// It ends with the fixture, so that nothing holds files of a folder that is about to be deleted.
/// </summary>
internal sealed class CompilerServer : IDisposable
{
    private readonly string _id = "tests-" + Guid.NewGuid().ToString("N");
    private readonly string _folder;

    /// <param name="folder">From where the SDK is looked up.</param>
    public CompilerServer(string folder)
    {
        _folder = folder;
        Environment = new Dictionary<string, string> { ["UseSharedCompilation"] = "true", ["SharedCompilationId"] = _id };
    }

    /// <summary>What tells a build of it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Ends the server, if a build has started it.</summary>
    public void Dispose() => StopAsync().GetAwaiter().GetResult();

    private async Task StopAsync()
    {
        string version = (await RunAsync("--version").ConfigureAwait(false)).Trim();
        string sdk = (await RunAsync("--list-sdks").ConfigureAwait(false)).Split('\n').Single(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        string root = sdk[(version.Length + 2)..].TrimEnd(']');
        await RunAsync("exec", Path.Combine(root, version, "Roslyn/bincore/VBCSCompiler.dll"), "-pipename:" + _id, "-shutdown").ConfigureAwait(false);
    }

    private async Task<string> RunAsync(params string[] arguments) =>
        (await DotnetCli.RunAsync(_folder, arguments).ConfigureAwait(false)).AssertSuccess().Output;
}
