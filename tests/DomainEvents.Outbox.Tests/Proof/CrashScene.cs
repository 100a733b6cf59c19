using System.Diagnostics;
using System.Reflection;
using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>A database, a receiver and the processes that share them.</summary>
internal abstract class CrashScene(TestDatabase database) : IAsyncDisposable
{
    private static readonly string s_child = typeof(CrashScene).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CrashChild").Value!;

    private readonly string _folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"crash-{Guid.NewGuid():N}")).FullName;

    private readonly List<Process> _processes = [];
    private int _interruptions;

    protected TestDatabase Database => database;

    protected string Journal => Path.Combine(_folder, "journal");

    /// <summary>The file for which children wait that go on until they are told.</summary>
    private string End => Path.Combine(_folder, "end");

    /// <summary>The option of a child that goes on until <see cref="LetEnd"/>.</summary>
    public string UntilEnd => "until=" + End;

    /// <summary>What every child is told of database and receiver.</summary>
    protected abstract IReadOnlyList<string> Options { get; }

    /// <summary>Makes the tables, also the application's own, so that no two children do it at once: PostgreSQL lets one of them fail.</summary>
    public virtual async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await database.Schema.EnsureCreatedAsync(cancellationToken);
        await database.ExecuteAsync(
            "create table account(id text primary key, version bigint not null); create table effect(message_id text not null, place text not null);");
    }

    public Process Start(string name, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])[s_child, $"name={name}", $"journal={Journal}", .. Options, .. options])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    public void LetEnd() => File.WriteAllText(End, "");

    /// <summary>Gives a relay that is yet to start the lower half of the partitions.</summary>
    public async Task GiveLowerHalfAsync(string name, CancellationToken cancellationToken) =>
        await database.Store.AcquireAsync(name, OutboxPartition.Count / 2, TimeSpan.FromHours(1), cancellationToken);

    /// <summary>Waits for a child that is to live, and lets a failure of its own be seen.</summary>
    public static async Task FinishAsync(Process process, CancellationToken cancellationToken)
    {
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, $"exit {process.ExitCode}: {error}");
    }

    /// <summary>Waits for a child that is to die, and makes sure that it died by signal 9 at the named step and of nothing else.</summary>
    public async Task DieAsync(Process process, string name, OutboxStep step, CancellationToken cancellationToken)
    {
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 128 + 9, $"exit {process.ExitCode} instead of signal 9 at {step}: {error}");
        Assert.Equal([step.ToString()], await File.ReadAllLinesAsync($"{Journal}.{name}", cancellationToken));
        _interruptions++;

        // What the passing of a lease would do: nobody need wait for it.
        await database.ExecuteAsync(
            $"update outbox_partition set lease_until = 0 where owner = '{name}'; update outbox_relay set seen_until = 0 where owner = '{name}';");
    }

    /// <summary>Waits until a child has stopped itself.</summary>
    public async Task StopAsync(Process process, CancellationToken cancellationToken)
    {
        while (!(await File.ReadAllTextAsync($"/proc/{process.Id}/stat", cancellationToken)).Contains(") T ", StringComparison.Ordinal))
        {
            await Task.Delay(20, cancellationToken);
        }

        _interruptions++;
    }

    /// <summary>Waits until the receiver is done with so many events, where it may be after the relays are done.</summary>
    public virtual Task SettleAsync(int events, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for the effects of messages that are all sent, where they come later than the sending.</summary>
    public virtual Task SettleAsync(string mechanism, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<Evidence> ReadEvidenceAsync(CancellationToken cancellationToken)
    {
        var dead = await database.DeadLetters.QueryAsync(DeadLetterFilter.All, cancellationToken).ToListAsync(cancellationToken);
        return new Evidence(
            (await QueryAsync("select id || ' ' || version from account")).Select(row => row.Split(' ')).ToDictionary(row => row[0], row => int.Parse(row[1])),
            await ReadArrivalsAsync(cancellationToken),
            [.. (await File.ReadAllLinesAsync(Journal + ".sends", cancellationToken)).Select(line => line.Split(' ')[1])],
            [.. dead.Select(letter => Arrival.PlaceOf(letter.Message.Data))],
            await QueryAsync("select place from effect"),
            _interruptions);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync();
            }

            process.Dispose();
        }

        await database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    protected abstract Task<IReadOnlyList<Arrival>> ReadArrivalsAsync(CancellationToken cancellationToken);

    protected async Task<List<string>> QueryAsync(string text)
    {
        await using var connection = await database.ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
