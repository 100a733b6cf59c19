using Trading.Domain.Strategies;
using Trading.Market;

namespace Trading.Tests;

/// <summary>The stances that strategies take on short series worked out by hand.</summary>
public sealed class StrategyTests
{
    [Fact]
    public void Crossover_is_long_while_the_fast_mean_is_above_the_slow_one() =>
        Assert.Equal("...LL..", Stances(new MovingAverageCrossover(fastDays: 1, slowDays: 3), 10, 10, 10, 13, 14, 12, 11));

    [Fact]
    public void Breakout_enters_above_the_highest_high_and_leaves_below_the_lowest_low() =>
        Assert.Equal("..LLL.L", Stances(new Breakout(entryDays: 2, exitDays: 2), 10, 11, 12, 12, 12, 11, 13));

    [Fact]
    public void Breakout_compares_with_the_days_before_today() =>
        Assert.Equal("...", Stances(new Breakout(entryDays: 2, exitDays: 2), 10, 11, 11));

    [Fact]
    public void Reversion_enters_far_below_the_mean_and_leaves_at_it() =>
        Assert.Equal("...LLL.", Stances(new MeanReversion(days: 4, deviations: 1.5m), 10, 10, 10, 6, 7, 7, 9));

    [Fact]
    public void Reversion_stays_flat_while_prices_do_not_move() =>
        Assert.Equal("......", Stances(new MeanReversion(days: 3, deviations: 1m), 10, 10, 10, 10, 10, 10));

    [Fact]
    public void Window_forgets_the_oldest_value()
    {
        var window = new RollingWindow(3);
        foreach (decimal value in (decimal[])[100m, 2m, 4m, 9m])
        {
            window.Add(value);
        }

        Assert.Equal((5m, 9m, 2m), (window.Mean, window.Highest, window.Lowest));
        Assert.Equal(2.943920m, decimal.Round(window.StandardDeviation, 6));
    }

    [Fact]
    public void Window_is_full_when_it_holds_as_many_values_as_it_is_long()
    {
        var window = new RollingWindow(2);

        window.Add(1m);
        Assert.False(window.IsFull);
        window.Add(1m);
        Assert.True(window.IsFull);
    }

    private static string Stances(ITradingStrategy strategy, params decimal[] closes) =>
        string.Concat(closes.Select((close, day) =>
            strategy.Decide(new PriceBar(new DateOnly(2020, 1, 1).AddDays(day), close, close, close, close, 0)) is Stance.Long ? 'L' : '.'));
}
