using System.Diagnostics;
using Npgsql;

namespace DomainEvents.Persistence.Tests.Servers;

/// <summary>A PostgreSQL server of the tests' own, on loopback, that they may kill.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string User = "postgres";

    private readonly string _programs;
    private readonly string _folder = ServerProcess.CreateFolder(User);
    private readonly int _port = ServerProcess.FreePort();
    private Process? _process;

    private PostgreSqlServer(string programs) => _programs = programs;

    public int Port => _port;

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Database=postgres;Username={User};Timeout=5";

    private string Data => Path.Combine(_folder, "data");

    public static async Task<PostgreSqlServer> StartAsync()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            : null;
        ServerProcess.RequireProgram(programs, "postgresql");
        var server = new PostgreSqlServer(programs!);
        await ServerProcess.RunAsync(
            User, Path.Combine(programs!, "initdb"), "-A", "trust", "-U", User, "--no-locale", "-E", "UTF8", "--data-checksums", "-D", server.Data);
        await server.RunAsync();
        return server;
    }

    /// <summary>Starts the server and waits until it takes connections.</summary>
    public async Task RunAsync()
    {
        _process = ServerProcess.Start(
            User,
            Path.Combine(_programs, "postgres"),
            ["-D", Data, "-p", $"{_port}", "-k", _folder, "-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"]);
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException && !_process.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    /// <summary>Kills the server and all its processes at once, as a power cut would, and waits until they are gone.</summary>
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

        Directory.Delete(_folder, recursive: true);
    }
}
