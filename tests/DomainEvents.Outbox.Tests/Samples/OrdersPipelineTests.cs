using System.Diagnostics;
using System.Reflection;
using DomainEvents.Persistence.Tests.Servers;

namespace DomainEvents.Persistence.Tests.Samples;

public sealed class OrdersPipelineTests(ServerFixture servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>As its README says it is run, with the servers of the tests: the script places orders, kills both programs, and counts.</summary>
    [Fact]
    public async Task Demo_ships_each_order_once_though_both_programs_are_killed()
    {
        ServerProcess.RequireProgram(File.Exists("/usr/bin/curl") ? "curl" : null, "curl");
        var (postgreSql, rabbitMq) = (await servers.PostgreSqlAsync(), await servers.RabbitMqAsync());
        var start = new ProcessStartInfo(Path.Combine(Setting("OrdersPipeline"), "pipeline"), "demo")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PIPELINE_HOME"] = Path.Combine(Path.GetTempPath(), $"orders-pipeline-{Guid.NewGuid():N}"),
                ["PIPELINE_API"] = $"http://127.0.0.1:{ServerProcess.FreePort()}",
                ["PIPELINE_PGPORT"] = $"{postgreSql.Port}",
                ["PIPELINE_AMQP"] = rabbitMq.Uri.ToString(),
                ["PIPELINE_CONFIGURATION"] = Setting("Configuration"),
                ["PIPELINE_BUILT"] = "yes",
            },
        };

        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.WaitForExitAsync(Token);

        Assert.True(process.ExitCode == 0, $"exit {process.ExitCode}: {await output} {await error}");
        Assert.Contains("orders 60, shipments 60, of different orders 60, waiting 0, dead letters 0", await output, StringComparison.Ordinal);
        Assert.Contains("killed: shipping", await output, StringComparison.Ordinal);
        Assert.Contains("killed: api", await output, StringComparison.Ordinal);
    }

    private static string Setting(string key) => typeof(OrdersPipelineTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
