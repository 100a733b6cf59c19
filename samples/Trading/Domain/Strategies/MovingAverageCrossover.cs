using Trading.Market;

namespace Trading.Domain.Strategies;

/// <summary>Follows the trend: holds the index while the mean of few days is above the mean of many.</summary>
public sealed class MovingAverageCrossover(int fastDays, int slowDays) : ITradingStrategy
{
    private readonly RollingWindow _fast = new(fastDays);
    private readonly RollingWindow _slow = new(slowDays);

    public string Id => $"crossover-{fastDays}-{slowDays}";

    public string Name => $"Moving-average crossover {fastDays}/{slowDays}";

    public Stance Decide(PriceBar today)
    {
        _fast.Add(today.Close);
        _slow.Add(today.Close);
        return _slow.IsFull && _fast.Mean > _slow.Mean ? Stance.Long : Stance.Flat;
    }
}
