using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>The outbox's tool as its users get it.</summary>
public class OutboxToolTests(PackageFixture packages)
{
    [Fact]
    public async Task Tool_is_installed_from_its_package_and_called_through_dotnet()
    {
        await packages.PackAsync("src/DomainEvents.Outbox.Tool");

        // An empty file is an empty database to SQLite, whose native library the package must bring.
        var folder = packages.CreateConsumer("tool").WithFile("app.db", "").Folder;
        var tools = Path.Combine(folder, "tools");
        (await DotnetCli.RunAsync(
            folder, ["tool", "install", "DomainEvents.Outbox.Tool", "--tool-path", tools, "--version", packages.Version, "--source", packages.Feed])).AssertSuccess();

        Assert.Contains("usage: dotnet outbox COMMAND", (await RunAsync("--help")).AssertSuccess().Output, StringComparison.Ordinal);
        (await RunAsync("status", "--sqlite", "missing.db")).AssertFailure("There is no file 'missing.db'.");
        (await RunAsync("status", "--sqlite", "app.db")).AssertFailure("This database holds no outbox");
        (await RunAsync("status", "--postgresql", "Host=127.0.0.1;Port=1;Timeout=3")).AssertFailure("127.0.0.1:1");

        Task<DotnetResult> RunAsync(params string[] arguments) => DotnetCli.RunAsync(
            folder, ["outbox", .. arguments], new Dictionary<string, string> { ["PATH"] = tools + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH") });
    }
}
