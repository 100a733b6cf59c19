using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Trading.Tests;

/// <summary>The database of those who name none, in a temporary folder of the test's own.</summary>
public sealed class DefaultDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trading-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_folder, "domain-events-trading-" + Environment.UserName, "trading.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Run_that_has_ended_leaves_its_database_until_the_next_which_begins_afresh()
    {
        Assert.EndsWith($"20 days and 0 confirmed trades in {DatabaseFile}", await RunAsync("--days", "20"), StringComparison.Ordinal);
        Assert.True(File.Exists(DatabaseFile));

        string second = await RunAsync("--days", "20");

        Assert.DoesNotContain("Goes on", second, StringComparison.Ordinal);
        Assert.EndsWith($"20 days and 0 confirmed trades in {DatabaseFile}", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_was_killed_is_gone_on_with_by_the_next_of_the_same_days()
    {
        await KillAsync();

        string next = await RunAsync();

        Assert.StartsWith("Goes on after ", next, StringComparison.Ordinal);
        Assert.Contains("5,105 days and ", next, StringComparison.Ordinal);
        Assert.DoesNotContain("Goes on", await RunAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_that_was_killed_is_left_alone_by_one_of_other_days()
    {
        await KillAsync();

        Assert.EndsWith($"20 days and 0 confirmed trades in {DatabaseFile}", await RunAsync("--days", "20"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_at_once_have_a_database_each()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(DatabaseFile)!);
        using (new FileStream(DatabaseFile + ".running", FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.EndsWith("trading-2.db", await RunAsync("--days", "20"), StringComparison.Ordinal);
        }

        Assert.EndsWith("trading.db", await RunAsync("--days", "20"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Temporary_folder_that_cannot_be_written_to_is_an_error_with_ways_out()
    {
        File.WriteAllText(Path.GetDirectoryName(DatabaseFile)!, "in the way");
        using Process process = TradingProcess.StartIn(_folder);

        string errors = await process.StandardError.ReadToEndAsync(Token);

        await process.WaitForExitAsync(Token);
        Assert.Equal(3, process.ExitCode);
        Assert.EndsWith("Name a file by --database, or run with --in-memory.", errors.TrimEnd(), StringComparison.Ordinal);
    }

    private async Task KillAsync()
    {
        for (; ; )
        {
            using Process process = TradingProcess.StartIn(_folder);
            if (await TradingProcess.KillAsync(process, DatabaseFile, 150))
            {
                return;
            }

            // It was done before it could be killed. The next one begins afresh.
        }
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        using Process process = TradingProcess.StartIn(_folder, arguments);
        string output = await process.StandardOutput.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(Token)));
        return output.Trim();
    }
}
