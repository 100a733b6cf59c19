using System.Diagnostics;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Trading.Storage;

namespace Trading.Tests;

/// <summary>The sample as a process of its own, which can be killed.</summary>
internal static class TradingProcess
{
    private static readonly string s_program = typeof(TradingProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Trading").Value!;

    public static Process Start(params string[] arguments)
    {
        Process process = Process.Start(StartOf(arguments))!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Starts it with a temporary folder of its own.</summary>
    public static Process StartIn(string temporaryFolder, params string[] arguments)
    {
        ProcessStartInfo start = StartOf(arguments);
        Array.ForEach(["TMPDIR", "TMP", "TEMP"], name => start.Environment[name] = temporaryFolder);
        return Process.Start(start)!;
    }

    /// <summary>
    /// Kills with the file's only write lock in hand: what was committed then stands still, and the process is sure to be in the midst of it.
    /// </summary>
    /// <returns>Whether it was alive and not done when it was killed.</returns>
    public static async Task<bool> KillAsync(Process process, string databaseFile, int days)
    {
        while (!process.HasExited)
        {
            if (File.Exists(databaseFile) && TryLock(databaseFile) is { } locked)
            {
                using (locked)
                {
                    if (ReadDays(locked) is var played && played >= days && played < 5105 && !process.HasExited)
                    {
                        process.Kill();
                        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                        return process.ExitCode == 128 + 9;
                    }
                }
            }

            await Task.Yield();
        }

        return false;
    }

    private static SqliteConnection? TryLock(string databaseFile)
    {
        var connection = new SqliteConnection(LedgerFile.ConnectionString(databaseFile) + ";Pooling=false;Mode=ReadWrite");
        try
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "begin immediate";
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            return null;
        }
    }

    /// <summary>Minus one as long as the tables are not there.</summary>
    private static long ReadDays(SqliteConnection connection)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where name = 'progress'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            return -1;
        }

        command.CommandText = "select days from progress";
        return (long)command.ExecuteScalar()!;
    }

    private static ProcessStartInfo StartOf(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        Array.ForEach([s_program, .. arguments], start.ArgumentList.Add);
        return start;
    }
}
