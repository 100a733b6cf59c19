using Trading.Application;

namespace Trading.Tests;

/// <summary>What the command line takes and refuses.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void No_arguments_play_all_shipped_days()
    {
        CommandLine commandLine = CommandLine.Parse([]);

        Assert.Equal(new CommandLine(CommandLine.DefaultDataFile, Days: null, ShowHelp: false), commandLine);
        Assert.True(File.Exists(commandLine.DataFile));
    }

    [Fact]
    public void Options_are_read_in_any_order()
    {
        var expected = new CommandLine("prices.csv", Days: 20, ShowHelp: false);

        Assert.Equal(expected, CommandLine.Parse(["--data", "prices.csv", "--days", "20"]));
        Assert.Equal(expected, CommandLine.Parse(["--days", "20", "--data", "prices.csv"]));
    }

    [Fact]
    public void Trace_and_metrics_are_shown_when_asked_for()
    {
        Assert.True(CommandLine.Parse(["--trace"]).ShowTrace);
        Assert.False(CommandLine.Parse([]).ShowTrace);
        Assert.True(CommandLine.Parse(["--metrics"]).ShowMetrics);
        Assert.False(CommandLine.Parse([]).ShowMetrics);
    }

    [Fact]
    public void Database_is_the_default_one_a_named_one_or_none()
    {
        Assert.Equal((null, false), Database());
        Assert.Equal(("a.db", false), Database("--database", "a.db"));
        Assert.Equal((null, true), Database("--in-memory"));

        static (string?, bool) Database(params string[] arguments)
        {
            CommandLine commandLine = CommandLine.Parse(arguments);
            return (commandLine.DatabaseFile, commandLine.InMemory);
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_is_recognised(string option) => Assert.True(CommandLine.Parse([option]).ShowHelp);

    [Theory]
    [InlineData("unknown option '--fast'", "--fast")]
    [InlineData("unknown option 'prices.csv'", "prices.csv")]
    [InlineData("unknown option ''", "")]
    [InlineData("--data needs a value", "--data")]
    [InlineData("--database and --in-memory exclude each other", "--in-memory", "--database", "a.db")]
    [InlineData("--days needs a value", "--data", "prices.csv", "--days")]
    [InlineData("--days needs a whole number above zero, not '0'", "--days", "0")]
    [InlineData("--days needs a whole number above zero, not '-3'", "--days", "-3")]
    [InlineData("--days needs a whole number above zero, not '1.5'", "--days", "1.5")]
    [InlineData("--days needs a whole number above zero, not '99999999999'", "--days", "99999999999")]
    public void Wrong_arguments_are_refused(string message, params string[] arguments) =>
        Assert.Equal(message, Assert.Throws<CommandLineException>(() => CommandLine.Parse(arguments)).Message);
}
