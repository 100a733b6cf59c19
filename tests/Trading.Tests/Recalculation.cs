using System.Globalization;
using Trading.Application;

namespace Trading.Tests;

/// <summary>
/// The sample's result worked out a second time from arrays of prices, whole series at once: no events, no handlers, no rolling
/// windows, no accounts. Of the sample it uses nothing but the place of the price file.
/// </summary>
public static class Recalculation
{
    private const decimal Budget = 100_000m;
    private const decimal FeeRate = 0.0005m;
    private const decimal MaxDrawdown = 0.30m;

    /// <summary>Open, high, low and close of each day.</summary>
    public static decimal[][] Prices(int days) =>
        [.. File.ReadLines(CommandLine.DefaultDataFile)
            .Skip(1)
            .Take(days)
            .Select(line => line.Split(',')[1..5].Select(field => decimal.Parse(field, CultureInfo.InvariantCulture)).ToArray())];

    public static bool[] Crossover(decimal[][] prices, int fast, int slow) =>
        [.. prices.Select((_, i) => i >= slow - 1 && MeanClose(prices, i, fast) > MeanClose(prices, i, slow))];

    public static bool[] Breakout(decimal[][] prices, int entry, int exit)
    {
        bool[] held = new bool[prices.Length];
        for (int i = 1; i < prices.Length; i++)
        {
            bool enters = i >= entry && prices[i][3] > prices[(i - entry)..i].Max(day => day[1]);
            bool leaves = i >= exit && prices[i][3] < prices[(i - exit)..i].Min(day => day[2]);
            held[i] = enters || (held[i - 1] && !leaves);
        }

        return held;
    }

    public static bool[] Reversion(decimal[][] prices, int days, double deviations)
    {
        bool[] held = new bool[prices.Length];
        for (int i = days - 1; i < prices.Length; i++)
        {
            double[] closes = [.. prices[(i - days + 1)..(i + 1)].Select(day => (double)day[3])];
            double mean = closes.Average();
            double deviation = Math.Sqrt(closes.Average(close => close * close) - (mean * mean));
            bool enters = closes[^1] < mean - (deviations * deviation);
            bool leaves = closes[^1] >= mean;
            held[i] = enters || (held[i - 1] && !leaves);
        }

        return held;
    }

    private static decimal MeanClose(decimal[][] prices, int last, int days) => prices[(last - days + 1)..(last + 1)].Average(day => day[3]);

    private static decimal Fee(decimal value) => Math.Floor(value * FeeRate * 100m) / 100m;

    /// <summary>Trades a series of wishes: the wish of one evening is filled at the opening of the next day.</summary>
    public static Outcome Trade(decimal[][] prices, bool[] wishes)
    {
        decimal cash = Budget, units = 0m, paid = 0m, peak = Budget, realised = 0m;
        int trades = 0, won = 0, stoppedOn = -1;
        for (int i = 0; i < prices.Length; i++)
        {
            bool wish = i > 0 && wishes[i - 1] && stoppedOn < 0;
            decimal open = prices[i][0];
            if (wish && units == 0m)
            {
                units = Math.Floor(cash / (open * (1m + FeeRate)));
                paid = (units * open) + Fee(units * open);
                cash -= paid;
            }
            else if (!wish && units > 0m)
            {
                decimal received = (units * open) - Fee(units * open);
                cash += received;
                realised += received - paid;
                trades++;
                won += received > paid ? 1 : 0;
                units = 0m;
            }

            decimal equity = cash + (units * prices[i][3]);
            peak = Math.Max(peak, equity);
            if (stoppedOn < 0 && equity < peak * (1m - MaxDrawdown))
            {
                stoppedOn = i;
            }
        }

        return new Outcome(trades, won, realised, cash + (units * prices[^1][3]) - Budget, stoppedOn >= 0);
    }

    /// <summary>What a strategy came to.</summary>
    public sealed record Outcome(int Trades, int Won, decimal Realised, decimal Profit, bool IsStopped);
}
