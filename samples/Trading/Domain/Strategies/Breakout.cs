using Trading.Market;

namespace Trading.Domain.Strategies;

/// <summary>Buys a close above the highest high of the days before, sells a close below their lowest low.</summary>
public sealed class Breakout(int entryDays, int exitDays) : ITradingStrategy
{
    private readonly RollingWindow _highs = new(entryDays);
    private readonly RollingWindow _lows = new(exitDays);
    private Stance _stance = Stance.Flat;

    public string Id => $"breakout-{entryDays}-{exitDays}";

    public string Name => $"Breakout {entryDays}/{exitDays}";

    public Stance Decide(PriceBar today)
    {
        if (_highs.IsFull && today.Close > _highs.Highest)
        {
            _stance = Stance.Long;
        }
        else if (_lows.IsFull && today.Close < _lows.Lowest)
        {
            _stance = Stance.Flat;
        }

        _highs.Add(today.High);
        _lows.Add(today.Low);
        return _stance;
    }
}
