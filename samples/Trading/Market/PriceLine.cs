using System.Globalization;

namespace Trading.Market;

/// <summary>Reads one line of a price file and refuses prices that no market can have had.</summary>
public static class PriceLine
{
    // Beyond any market, and within what the arithmetic of an account can hold.
    private const decimal LowestPrice = 0.0001m;
    private const decimal HighestPrice = 1_000_000_000m;

    private const NumberStyles Spaces = NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <exception cref="FormatException">The message says what is wrong with the line.</exception>
    public static PriceBar Parse(string line)
    {
        if (line.Split(',') is not [var date, var open, var high, var low, var close, var volume])
        {
            throw new FormatException($"'{line}' has {line.Split(',').Length} columns; it must have 6");
        }

        var bar = new PriceBar(
            ParseDate(date),
            ParsePrice("open", open),
            ParsePrice("high", high),
            ParsePrice("low", low),
            ParsePrice("close", close),
            ParseVolume(volume));

        if (bar.High < bar.Low)
        {
            throw new FormatException(FormattableString.Invariant($"high {bar.High} is below low {bar.Low}"));
        }

        RequireInRange("open", bar.Open, bar);
        RequireInRange("close", bar.Close, bar);
        return bar;
    }

    private static DateOnly ParseDate(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", Culture, DateTimeStyles.None, out DateOnly date)
            ? date
            : throw new FormatException($"'{text}' is no date; dates are written 2000-01-31");

    private static decimal ParsePrice(string column, string text)
    {
        if (!decimal.TryParse(text, Spaces | NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, Culture, out decimal price))
        {
            throw new FormatException($"{column} '{text}' is no number");
        }

        return price switch
        {
            <= 0m => throw new FormatException($"{column} {text} is not above zero"),
            < LowestPrice => throw new FormatException($"{column} {text} is too small to be a price"),
            > HighestPrice => throw new FormatException($"{column} {text} is too large to be a price"),
            _ => price,
        };
    }

    private static long ParseVolume(string text) =>
        long.TryParse(text, Spaces, Culture, out long volume)
            ? volume
            : throw new FormatException($"volume '{text}' is no whole number of zero or more");

    private static void RequireInRange(string column, decimal price, PriceBar bar)
    {
        if (price < bar.Low || price > bar.High)
        {
            throw new FormatException(FormattableString.Invariant($"{column} {price} is not between low {bar.Low} and high {bar.High}"));
        }
    }
}
