using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>Runs the dotnet command line as a user would at a fresh prompt.</summary>
public static class DotnetCli
{
    private static readonly TimeSpan s_defaultTimeOut = TimeSpan.FromMinutes(5);

    /// <summary>Runs dotnet and waits; a command that takes too long is ended together with everything it started.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="arguments">The arguments, one each.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    /// <param name="timeOut">How long it may take; five minutes by default.</param>
    public static Task<DotnetResult> RunAsync(
        string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? timeOut = null) =>
        RunAsync(System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, arguments, environment, timeOut);

    /// <summary>Runs a program that dotnet published for this machine.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="folder">Where it runs.</param>
    public static Task<DotnetResult> RunProgramAsync(string program, string folder) => RunAsync(program, folder, [], null, null);

    private static async Task<DotnetResult> RunAsync(
        string program, string folder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, TimeSpan? timeOut)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // A test run is itself started by MSBuild, whose variables would steer the inner build.
        foreach (string leaked in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(leaked);
        }

        // No server outlives the command, unless the caller has one of its own: it would hold files of a folder that is about to be deleted.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        var output = new StringBuilder();
        Task reading = Task.WhenAll(ReadAsync(process.StandardOutput, output), ReadAsync(process.StandardError, output));
        using var clock = new CancellationTokenSource(timeOut ?? s_defaultTimeOut);
        try
        {
            await process.WaitForExitAsync(clock.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await reading.ConfigureAwait(false);
            throw new RoslynTestException(string.Create(
                CultureInfo.InvariantCulture, $"dotnet {string.Join(' ', start.ArgumentList)} took longer than {timeOut ?? s_defaultTimeOut}:\n{output}"));
        }

        await reading.ConfigureAwait(false);
        return new DotnetResult(string.Join(' ', start.ArgumentList), process.ExitCode, output.ToString());
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder output)
    {
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }
        }
    }
}
