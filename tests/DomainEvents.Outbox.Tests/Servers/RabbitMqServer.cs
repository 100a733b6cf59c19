using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace DomainEvents.Persistence.Tests.Servers;

/// <summary>A RabbitMQ server of the tests' own, on loopback, that they may kill.</summary>
internal sealed class RabbitMqServer : IAsyncDisposable
{
    private const string User = "rabbitmq";

    private readonly string _program;
    private readonly string _folder = ServerProcess.CreateFolder(User);
    private readonly int _port = ServerProcess.FreePort();
    private readonly int _distributionPort = ServerProcess.FreePort();
    private readonly int _mapperPort = ServerProcess.FreePort();
    private Process? _process;

    private RabbitMqServer(string program) => _program = program;

    public Uri Uri => new($"amqp://guest:guest@127.0.0.1:{_port}/");

    public static async Task<RabbitMqServer> StartAsync()
    {
        // Not the wrapper in the path: it insists on the folder of the system's own server.
        var program = Directory.Exists("/usr/lib/rabbitmq/lib")
            ? Directory.GetDirectories("/usr/lib/rabbitmq/lib").Select(version => Path.Combine(version, "sbin", "rabbitmq-server")).FirstOrDefault(File.Exists)
            : null;
        ServerProcess.RequireProgram(program, "rabbitmq-server");
        var server = new RabbitMqServer(program!);
        await File.WriteAllTextAsync(Path.Combine(server._folder, "plugins"), "[].");
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts the server and waits until it takes connections.</summary>
    public async Task RunAsync()
    {
        _process = ServerProcess.Start(User, _program, [], new Dictionary<string, string>
        {
            ["RABBITMQ_NODENAME"] = $"test{_port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{_port}",
            ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "none"),
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -setcookie test",
            ["HOME"] = _folder,
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["ERL_EPMD_PORT"] = $"{_mapperPort}",
        });
        while (true)
        {
            try
            {
                await using var connection = await new ConnectionFactory { Uri = Uri }.CreateConnectionAsync();
                return;
            }
            catch (BrokerUnreachableException) when (!_process.HasExited)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <summary>Kills the server and what it started, as a power cut would, and waits until they are gone.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        EndPortMapper();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A process that is going down may still write its last line.
        }
    }

    /// <summary>Erlang's port mapper leaves the tree of its starter; its port tells which one is ours.</summary>
    private void EndPortMapper()
    {
        foreach (var process in Process.GetProcessesByName("epmd"))
        {
            using (process)
            {
                try
                {
                    if (File.ReadAllText($"/proc/{process.Id}/environ").Contains($"ERL_EPMD_PORT={_mapperPort}\0", StringComparison.Ordinal))
                    {
                        process.Kill();
                    }
                }
                catch (IOException)
                {
                    // Gone already.
                }
            }
        }
    }
}
