using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DomainEvents.Persistence.Tests.Servers;

/// <summary>Runs programs of a server, as the user that the server insists on where the tests run as root.</summary>
internal static class ServerProcess
{
    private static readonly bool s_isRoot = Environment.UserName == "root";

    public static Process Start(string user, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(s_isRoot ? "setpriv" : program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in s_isRoot ? [$"--reuid={user}", $"--regid={user}", "--clear-groups", program, .. arguments] : arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public static async Task RunAsync(string user, string program, params string[] arguments)
    {
        using var process = Start(user, program, arguments);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}");
    }

    /// <summary>A folder that the server's user owns.</summary>
    public static string CreateFolder(string user)
    {
        var folder = Directory.CreateTempSubdirectory("outbox-server-").FullName;
        if (s_isRoot)
        {
            using var process = Process.Start("chown", [user, folder]);
            process.WaitForExit();
        }

        return folder;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Leaves a test out on a machine without the server, and says so; where everything must run it fails instead.</summary>
    public static void RequireProgram(string? program, string package)
    {
        if (program is not null)
        {
            return;
        }

        var message = $"{package} is not installed: apt-get install {package}";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(message);
        }

        Assert.Skip(message);
    }
}
