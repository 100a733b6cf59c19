using System.Diagnostics;
using System.Reflection;
using DomainEvents.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Tests.Proof;

/// <summary>A database, a journal and the processes that share them.</summary>
internal sealed class CrashScene : IDisposable
{
    private static readonly string s_child = typeof(CrashScene).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "CrashChild").Value!;

    private readonly string _folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"crash-{Guid.NewGuid():N}")).FullName;

    private readonly List<Process> _processes = [];
    private int _interruptions;

    private string Database => Path.Combine(_folder, "app.db");

    private string Journal => Path.Combine(_folder, "journal");

    public Process Start(string name, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])[s_child, $"name={name}", $"database={Database}", $"journal={Journal}", .. options])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        _processes.Add(process);
        return process;
    }

    /// <summary>The file for which children wait that go on until they are told.</summary>
    private string End => Path.Combine(_folder, "end");

    /// <summary>The option of a child that goes on until <see cref="LetEnd"/>.</summary>
    public string UntilEnd => "until=" + End;

    public void LetEnd() => File.WriteAllText(End, "");

    /// <summary>Gives a relay that is yet to start the lower half of the partitions.</summary>
    public async Task GiveLowerHalfAsync(string name, CancellationToken cancellationToken)
    {
        await using var database = new SqliteDatabase("Data Source=" + Database);
        await new Sql.SqlSchema(database).EnsureCreatedAsync(cancellationToken);
        await new Sql.SqlOutboxStore(database).AcquireAsync(name, OutboxPartition.Count / 2, TimeSpan.FromHours(1), cancellationToken);
    }

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
        ForgetRelay(name);
    }

    /// <summary>What the passing of a lease would do: nobody need wait for it.</summary>
    private void ForgetRelay(string name)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false;Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"update outbox_partition set lease_until = 0 where owner = '{name}'; update outbox_relay set seen_until = 0 where owner = '{name}';";
        command.ExecuteNonQuery();
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

    public async Task<Evidence> ReadEvidenceAsync(CancellationToken cancellationToken)
    {
        var database = new SqliteDatabase("Data Source=" + Database);
        await using (database)
        {
            var dead = await new Sql.SqlDeadLetters(database, new OutboxSignal()).QueryAsync(DeadLetterFilter.All, cancellationToken).ToListAsync(cancellationToken);
            using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
            connection.Open();
            Assert.Equal("ok", Query(connection, "pragma integrity_check").Single());
            return new Evidence(
                Query(connection, "select id || ' ' || version from account").Select(row => row.Split(' ')).ToDictionary(row => row[0], row => int.Parse(row[1])),
                [.. (await File.ReadAllLinesAsync(Journal, cancellationToken)).Select(Arrival.Parse)],
                [.. dead.Select(letter => Support.TestMessages.TextOf(letter.Message))],
                Query(connection, "select place from effect"),
                _interruptions);
        }
    }

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static List<string> Query(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
