using Trading.Market;

namespace Trading.Domain.Strategies;

/// <summary>Buys a close that lies unusually far below the mean and sells when the mean is reached again.</summary>
public sealed class MeanReversion(int days, decimal deviations) : ITradingStrategy
{
    private readonly RollingWindow _closes = new(days);
    private Stance _stance = Stance.Flat;

    public string Id => $"reversion-{days}";

    public string Name => $"Mean reversion {days}";

    public Stance Decide(PriceBar today)
    {
        _closes.Add(today.Close);
        if (!_closes.IsFull)
        {
            return Stance.Flat;
        }

        decimal mean = _closes.Mean;
        if (today.Close < mean - deviations * _closes.StandardDeviation)
        {
            _stance = Stance.Long;
        }
        else if (today.Close >= mean)
        {
            _stance = Stance.Flat;
        }

        return _stance;
    }
}
