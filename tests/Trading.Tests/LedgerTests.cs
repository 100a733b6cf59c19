using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using DomainEvents;
using DomainEvents.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Trading.Application;
using Trading.Domain.Events;
using Trading.Market;
using Trading.Storage;

namespace Trading.Tests;

/// <summary>The backtest in a file: stopped in every way, and gone on with.</summary>
public sealed class LedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trading-").FullName;

    private string DatabaseFile => Path.Combine(_folder, "trading.db");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_backtest_goes_on_without_a_lost_or_doubled_trade()
    {
        for (int kills = 0; kills < 3;)
        {
            int before = kills == 0 ? 0 : (int)Read("select days from progress").Single();
            using Process process = TradingProcess.Start("--database", DatabaseFile);
            if (await TradingProcess.KillAsync(process, DatabaseFile, before + 150))
            {
                kills++;
                continue;
            }

            // Too quick for this machine: it was done before it could be killed. From the beginning, then.
            kills = 0;
            Assert.Equal(0, process.ExitCode);
            SqliteConnection.ClearAllPools();
            Array.ForEach(Directory.GetFiles(_folder), File.Delete);
        }

        (int exitCode, string output, string errors) = Run("--database", DatabaseFile);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("Goes on after ", output, StringComparison.Ordinal);
        string undisturbed = Run("--in-memory").Output;
        Assert.Equal(StrategyLines(undisturbed), StrategyLines(output));
        AssertEachTradeIsThereOnce(undisturbed);
    }

    [Fact]
    public void Backtest_that_ended_goes_on_with_more_days_and_says_the_same_as_one_that_did_not_stop()
    {
        Assert.Equal(0, Run("--database", DatabaseFile, "--days", "900").ExitCode);
        Assert.Equal(0, Run("--database", DatabaseFile, "--days", "900").ExitCode);

        string output = Run("--database", DatabaseFile, "--days", "1200").Output;

        Assert.StartsWith("Goes on after 900 days", output, StringComparison.Ordinal);
        string undisturbed = Run("--in-memory", "--days", "1200").Output;
        Assert.Equal(StrategyLines(undisturbed), StrategyLines(output));
        AssertEachTradeIsThereOnce(undisturbed);
    }

    [Fact]
    public async Task Booked_trades_are_confirmed_when_their_handlers_are_done()
    {
        using TradingDatabase database = TradingDatabase.Open(DatabaseFile, TextWriter.Null);
        using EventSpy spy = EventSpy.Attach(database.Services.GetRequiredService<DomainEventPublisher>());
        List<PriceBar> days = [.. PriceFile.Read(CommandLine.DefaultDataFile).Take(900)];

        database.Services.GetRequiredService<Backtest>().Run(days, Token, database.Ledger.Close);
        int trades = (int)Read("select count(*) from trade").Single();
        await spy.WaitForAsync<TradeBooked>(trades, TimeSpan.FromMinutes(1));
        await spy.WaitForHandlersAsync(EventTypes.TradeBooked, TimeSpan.FromMinutes(1));

        Assert.NotEqual(0, trades);
        Assert.Equal(trades, database.Ledger.Confirmations);
    }

    [Fact]
    public void Metrics_count_what_the_backtest_published_and_what_came_from_the_outbox()
    {
        string output = Run("--database", DatabaseFile, "--days", "900", "--metrics").Output;

        int published = Number("events published");
        int delivered = Number("from the outbox");
        Assert.Equal(Number("total"), Number("by the backtest"));
        Assert.Equal(published, Number("by the backtest") + delivered);
        Assert.Equal(Read("select count(*) from trade").Single(), (long)delivered);
        Assert.NotEqual(0, delivered);

        int Number(string row) => int.Parse(
            Regex.Match(output, $"^ *{row} +([0-9,]+)", RegexOptions.Multiline).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Fewer_days_than_the_file_holds_are_refused()
    {
        Run("--database", DatabaseFile, "--days", "20");

        (int exitCode, _, string errors) = Run("--database", DatabaseFile, "--days", "10");

        Assert.Equal(3, exitCode);
        Assert.Contains("holds 20 days already, more than the 10 to play: name another file", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_other_prices_is_refused_and_left_as_it_is()
    {
        using var prices = new PriceText(PriceText.Header + "2024-01-02,10,12,9,11,500\n2024-01-03,10,12,9,11,500\n");
        Run("--database", DatabaseFile, "--days", "1");

        (int exitCode, _, string errors) = Run("--database", DatabaseFile, "--data", prices.Path);

        Assert.Equal(3, exitCode);
        Assert.Contains("other prices or other rules", errors, StringComparison.Ordinal);
        Assert.Equal([1L], Read("select days from progress"));
    }

    [Fact]
    public void File_that_is_no_database_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(DatabaseFile, new string('x', 5000));

        (int exitCode, _, string errors) = Run("--database", DatabaseFile);

        Assert.Equal(3, exitCode);
        Assert.Contains("cannot be used", errors, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(DatabaseFile));
    }

    [Fact]
    public void Folder_that_is_not_there_is_an_error() =>
        Assert.Equal(3, Run("--database", Path.Combine(_folder, "no", "such", "file.db")).ExitCode);

    private void AssertEachTradeIsThereOnce(string report)
    {
        int trades = int.Parse(StrategyLines(report)[^1]["Together".Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
        Assert.Equal([(long)trades], Read("select count(*) from trade"));
        Assert.Equal([(long)trades], Read("select count(*) from confirmation"));
        Assert.Equal([(long)trades], Read("select count(*) from trade natural join (select distinct strategy_id, number from confirmation)"));
        Assert.Equal([0L], Read("select (select count(*) from outbox) + (select count(*) from outbox_dead)"));
    }

    private long[] Read(string text)
    {
        using SqliteConnection connection = LedgerFile.Open(DatabaseFile);
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = text;
        return [(long)command.ExecuteScalar()!];
    }

    /// <summary>The table of the report, the sum last.</summary>
    private static string[] StrategyLines(string report) =>
        [.. report.Split('\n').SkipWhile(line => !line.StartsWith("Strategy ", StringComparison.Ordinal)).TakeWhile(line => line.Trim().Length > 0)];

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int exitCode = TradingApplication.Run(arguments, output, errors, Token);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
