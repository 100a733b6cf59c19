using System.Text.RegularExpressions;
using Trading.Application;

namespace Trading.Tests;

/// <summary>Exit codes, and which text goes to which stream.</summary>
public sealed partial class TradingApplicationTests
{
    [Fact]
    public void Shipped_prices_give_a_summary()
    {
        (int exitCode, string output, string errors) = Run();

        Assert.Equal(0, exitCode);
        Assert.Contains("5,105 days from 2000-01-03 to 2020-04-17", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public void Days_limits_the_days_played()
    {
        (int exitCode, string output, _) = Run("--days", "260");

        Assert.Equal(0, exitCode);
        Assert.Contains("260 days from 2000-01-03 to 2001-01-11", output, StringComparison.Ordinal);
        Assert.Matches(@"market\.closed +260\b", output);
    }

    [Fact]
    public void More_days_than_the_file_has_play_them_all() =>
        Assert.Contains("5,105 days", Run("--days", "2147483647").Output, StringComparison.Ordinal);

    [Fact]
    public void Another_file_is_played_with_data()
    {
        using var file = new PriceText(PriceText.Header + "2024-01-02,10,12,9,11,500\n");

        Assert.Contains("1 day from 2024-01-02 to 2024-01-02", Run("--data", file.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Metrics_count_what_the_report_counts_and_find_the_handlers_healthy()
    {
        string output = Run("--days", "260", "--metrics").Output;

        string total = TotalLine().Match(output).Groups["count"].Value;
        Assert.Matches($@"events published +{total}\r?\n", output);
        Assert.Matches(@"errors +0\r?\n", output);
        Assert.Matches(@"health +Healthy\r?\n", output);
    }

    [Fact]
    public void Journal_is_written_in_the_order_of_the_events_and_whole()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            string output = Run("--journal", path).Output;

            string[][] lines = [.. File.ReadAllLines(path).Select(line => line.Split(','))];
            Assert.Equal(lines.Select(line => line[0]).Order(StringComparer.Ordinal), lines.Select(line => line[0]));
            Assert.Equal(lines.Select(line => line[3]).Order(StringComparer.Ordinal), lines.Select(line => line[3]));
            Assert.All(lines.GroupBy(line => line[1]), group => Assert.Matches($@"{Regex.Escape(group.Key)} +{group.Count():N0}\b", output));
            Assert.True(lines.Length > 200, $"{lines.Length} lines");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Journal_that_cannot_be_written_is_an_error()
    {
        (int exitCode, string output, string errors) = Run("--journal", "no/such/folder/journal.csv");

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("error: --journal 'no/such/folder/journal.csv' cannot be written: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_shows_the_day_of_the_first_losing_trade_from_its_opening_on()
    {
        string output = Run("--trace").Output;

        string trace = output[output.IndexOf("First losing trade: ", StringComparison.Ordinal)..];
        Assert.Matches(@"^First losing trade: \S+ on \d{4}-\d\d-\d\d, -[\d,]+\.\d\d\r?\n", trace);
        int[] order = [.. new[] { "market.opened", "Trading.Handlers.Broker", "position.closed", "Trading.Handlers.Journal" }
            .Select(text => trace.IndexOf(text, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, order);
        Assert.True(order[0] < order[1] && order[1] < order[2], trace);
        Assert.DoesNotContain("running", trace, StringComparison.Ordinal);
        Assert.DoesNotContain("market.closed", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_names_the_two_ways_in_which_the_journal_handles_one_event()
    {
        string output = Run("--trace").Output;

        string[] names = [.. output.Split('\n').Where(line => line.Contains("Trading.Handlers.Journal for ", StringComparison.Ordinal)).Select(line => line.Split(" for ")[1].Split(' ')[0])];
        Assert.Equal(["DomainEvents.IDomainEvent", "Trading.Domain.Events.IStrategyEvent"], names);
    }

    [Fact]
    public void Trace_without_a_loss_says_so() => Assert.Contains("No trade was lost.", Run("--trace", "--days", "10").Output, StringComparison.Ordinal);

    [Fact]
    public void Metrics_are_not_printed_unasked() => Assert.DoesNotContain("Metrics", Run("--days", "1").Output, StringComparison.Ordinal);

    [Fact]
    public void Help_goes_to_the_output()
    {
        (int exitCode, string output, string errors) = Run("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("Usage: Trading", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    [Fact]
    public void Unknown_option_is_an_error_with_the_usage()
    {
        (int exitCode, string output, string errors) = Run("--fast");

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("error: unknown option '--fast'", errors, StringComparison.Ordinal);
        Assert.Contains("Usage: Trading", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_line_is_an_error_with_file_and_line()
    {
        using var file = new PriceText(PriceText.Header + "2024-01-02,10,9,12,11,500\n");

        (int exitCode, string output, string errors) = Run("--data", file.Path);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Equal($"error: {file.Path}:2: high 9 is below low 12{Environment.NewLine}", errors);
    }

    [Fact]
    public void Bad_line_after_the_days_asked_for_is_no_matter()
    {
        using var file = new PriceText(PriceText.Header + "2024-01-02,10,12,9,11,500\nnonsense\n");

        Assert.Equal(0, Run("--data", file.Path, "--days", "1").ExitCode);
    }

    [Fact]
    public void Missing_file_is_an_error()
    {
        (int exitCode, _, string errors) = Run("--data", "no/such/prices.csv");

        Assert.Equal(1, exitCode);
        Assert.Equal($"error: no/such/prices.csv: there is no such file{Environment.NewLine}", errors);
    }

    [Fact]
    public void Interruption_while_loading_plays_no_day()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        int exitCode = TradingApplication.Run([], output, errors, new CancellationToken(canceled: true));

        Assert.Equal(130, exitCode);
        Assert.Empty(output.ToString());
        Assert.Contains("interrupted", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Interruption_while_playing_prints_the_summary_so_far()
    {
        using var cancellation = new CancellationTokenSource();
        using var output = new CancellingWriter("stopped:", cancellation);
        using var errors = new StringWriter();

        int exitCode = TradingApplication.Run(["--in-memory"], output, errors, cancellation.Token);

        Assert.Equal(130, exitCode);
        Assert.Contains("Interrupted. So far:", output.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("5,105 days", output.ToString(), StringComparison.Ordinal);
        Assert.Empty(errors.ToString());
    }

    private static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int exitCode = TradingApplication.Run([.. arguments, "--in-memory"], output, errors, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString(), errors.ToString());
    }

    [GeneratedRegex("^  total +(?<count>[0-9,]+)", RegexOptions.Multiline)]
    private static partial Regex TotalLine();

    /// <summary>Presses Ctrl-C, as it were, when a text is printed.</summary>
    private sealed class CancellingWriter(string text, CancellationTokenSource cancellation) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(text, StringComparison.Ordinal) == true)
            {
                cancellation.Cancel();
            }
        }
    }
}
