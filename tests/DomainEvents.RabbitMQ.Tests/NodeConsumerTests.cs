using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using DomainEvents.Persistence;
using DomainEvents.Persistence.Tests.Servers;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Shop;

/// <summary>What the relay sends is read under Node, by the AMQP client and the CloudEvents SDK that are usual there. Skipped aloud without Node or broker, except in CI.</summary>
public sealed class NodeConsumerTests(ServerFixture servers)
{
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Node");
    private static readonly Lazy<Task<string?>> s_missing = new(InstallAsync);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consumer_without_any_dotnet_reads_the_events()
    {
        await SkipWithoutNodeAsync();
        var server = await servers.RabbitMqAsync();
        var path = Path.Combine(Path.GetTempPath(), $"node-{Guid.NewGuid():N}.db");
        using var host = CreateSender($"Data Source={path};Pooling=False", server.Uri);
        using var node = Start("node", "consume.mjs", $"{server.Uri}", "node-events", "order.*", "2");
        var errors = node.StandardError.ReadToEndAsync(Token);
        var first = await node.StandardOutput.ReadLineAsync(Token);
        Assert.True(first == "ready", first + (first is null ? await errors : ""));

        using var activity = new Activity("placing").SetIdFormat(ActivityIdFormat.W3C).Start();
        var traceParent = activity.Id!;
        await host.StartAsync(Token);
        await RaiseAsync(host, path, new OrderPlaced("A-17", 42.50m), 1);
        await RaiseAsync(host, path, new OrderPlaced("주문 \"18\"", 0.1m), 2);
        var lines = new[] { await node.StandardOutput.ReadLineAsync(Token), await node.StandardOutput.ReadLineAsync(Token) };
        await node.WaitForExitAsync(Token);
        await host.StopAsync(Token);

        Assert.True(node.ExitCode == 0, await errors);
        using var one = JsonDocument.Parse(lines[0]!);
        using var other = JsonDocument.Parse(lines[1]!);
        var (message, cloudEvent) = (one.RootElement, one.RootElement.GetProperty("event"));
        Assert.Equal(
            "1.0|urn:shop|order.placed|application/json|orders|orders|1",
            string.Join('|', ((string[])["specversion", "source", "type", "datacontenttype", "subject", "partitionkey", "schemaversion"]).Select(name => Text(cloudEvent, name))));
        Assert.Equal((Text(cloudEvent, "id"), "order.placed", "order.placed"), (Text(message, "messageId"), Text(message, "type"), Text(message, "routingKey")));
        Assert.Equal((Text(cloudEvent, "id"), "A-17", 42.50m), (Text(cloudEvent.GetProperty("data"), "eventId"), Text(cloudEvent.GetProperty("data"), "orderId"), cloudEvent.GetProperty("data").GetProperty("total").GetDecimal()));
        Assert.Equal((2, traceParent), (message.GetProperty("deliveryMode").GetInt32(), Text(message, "traceparent")));
        Assert.Equal("주문 \"18\"", Text(other.RootElement.GetProperty("event").GetProperty("data"), "orderId"));
        Assert.True(string.CompareOrdinal(Text(cloudEvent, "sequence"), Text(other.RootElement.GetProperty("event"), "sequence")) < 0);

        // JavaScript keeps milliseconds.
        Assert.Equal(cloudEvent.GetProperty("data").GetProperty("occurredAt").GetDateTimeOffset(), cloudEvent.GetProperty("time").GetDateTimeOffset(), TimeSpan.FromMilliseconds(1));
        File.Delete(path);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static IHost CreateSender(string connectionString, Uri broker)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddDomainEvents();
        builder.Services.AddOutbox(outbox => outbox.UseSqlite(connectionString).PublishTo(to => to.RabbitMq(rabbit =>
        {
            rabbit.Uri = broker;
            rabbit.Exchange = "node-events";
            rabbit.Source = "urn:shop";
        })));
        return builder.Build();
    }

    private static async Task RaiseAsync(IHost host, string path, OrderPlaced placed, long version)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await using IUnitOfWork work = await scope.ServiceProvider.GetRequiredService<UnitOfWorkFactory>().BeginAsync(connection, cancellationToken: Token);
        work.Raise(placed, new StreamRef("orders", version));
        await work.CommitAsync(Token);
    }

    private static async Task SkipWithoutNodeAsync()
    {
        if (await s_missing.Value is { } missing)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", missing);
            Assert.Skip(missing);
        }
    }

    /// <summary>Installs what the consumer needs beside the tests once, by the versions and hashes of the lock file; tells what is missing.</summary>
    private static async Task<string?> InstallAsync()
    {
        try
        {
            using (var node = Start("node", "--version"))
            {
                await node.WaitForExitAsync();
            }

            if (Directory.Exists(Path.Combine(s_folder, "node_modules", "cloudevents")))
            {
                return null;
            }

            using var npm = Start("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            var errors = npm.StandardError.ReadToEndAsync();
            var output = await npm.StandardOutput.ReadToEndAsync();
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? null : "npm could not install amqplib and cloudevents: " + output + await errors;
        }
        catch (Win32Exception exception)
        {
            return "The consumer needs Node and npm: " + exception.Message;
        }
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = s_folder,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
}
