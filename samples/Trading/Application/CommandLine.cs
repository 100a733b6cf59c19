using System.Globalization;

namespace Trading.Application;

/// <summary>What the user asked for on the command line.</summary>
/// <param name="DataFile">The price file.</param>
/// <param name="Days">How many days to play; <see langword="null"/> means all.</param>
public sealed record CommandLine(string DataFile, int? Days, bool ShowHelp)
{
    public const string Usage =
        """
        Runs three trading strategies over daily prices and reports what they earned.
        Days, positions, trades and the events on their way are kept in an SQLite file,
        so that a run that was stopped, by Ctrl-C or by kill -9, goes on where it ended.

        Usage: Trading [--data FILE] [--days N] [--database FILE | --in-memory]
                       [--journal FILE] [--trace] [--metrics]

          --data FILE     prices as CSV: date,open,high,low,close,volume, oldest first
                          (default: the S&P 500 from 2000 to 2020)
          --days N        play the first N days only
          --database FILE keep everything in this file, and go on where it ends, also
                          with more days (default: a file in the temporary folder, begun
                          afresh once its run has ended)
          --in-memory     keep nothing
          --journal FILE  write what happens to the strategies to a file, in the background
          --trace         print which events and handlers led to the first losing trade
          --metrics       count events, handlers and errors, and judge the health
          --help          show this text

        Ctrl-C stops after the current day and reports what has happened so far.
        """;

    /// <summary>The SQLite file that the backtest is kept in; <see langword="null"/> for that in the temporary folder.</summary>
    public string? DatabaseFile { get; init; }

    /// <summary>Whether there is no file at all.</summary>
    public bool InMemory { get; init; }

    /// <summary>Where the journal is written to; <see langword="null"/> for nowhere.</summary>
    public string? JournalFile { get; init; }

    /// <summary>Whether the first losing trade is traced and printed.</summary>
    public bool ShowTrace { get; init; }

    /// <summary>Whether metrics are attached and printed.</summary>
    public bool ShowMetrics { get; init; }

    /// <summary>The prices that come with the sample.</summary>
    public static string DefaultDataFile => Path.Combine(AppContext.BaseDirectory, "data", "sp500-daily.csv");

    /// <exception cref="CommandLineException">An option is unknown, or its value is missing or wrong.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var result = new CommandLine(DefaultDataFile, Days: null, ShowHelp: false);
        for (int i = 0; i < arguments.Count; i++)
        {
            result = arguments[i] switch
            {
                "--help" or "-h" => result with { ShowHelp = true },
                "--data" => result with { DataFile = ValueAfter(ref i) },
                "--days" => result with { Days = ParseDays(ValueAfter(ref i)) },
                "--database" => result with { DatabaseFile = ValueAfter(ref i) },
                "--in-memory" => result with { InMemory = true },
                "--journal" => result with { JournalFile = ValueAfter(ref i) },
                "--trace" => result with { ShowTrace = true },
                "--metrics" => result with { ShowMetrics = true },
                var unknown => throw new CommandLineException($"unknown option '{unknown}'"),
            };
        }

        return result is { InMemory: true, DatabaseFile: not null }
            ? throw new CommandLineException("--database and --in-memory exclude each other")
            : result;

        string ValueAfter(ref int index) =>
            index + 1 < arguments.Count ? arguments[++index] : throw new CommandLineException($"{arguments[index]} needs a value");
    }

    private static int ParseDays(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days > 0
            ? days
            : throw new CommandLineException($"--days needs a whole number above zero, not '{text}'");
}
