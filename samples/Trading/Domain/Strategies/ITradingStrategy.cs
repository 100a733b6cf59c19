using Trading.Market;

namespace Trading.Domain.Strategies;

/// <summary>Decides after each close whether to hold the index. It sees the days in order and none that is still to come.</summary>
public interface ITradingStrategy
{
    string Id { get; }

    string Name { get; }

    Stance Decide(PriceBar today);
}
