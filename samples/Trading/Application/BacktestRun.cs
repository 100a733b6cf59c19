using Trading.Market;

namespace Trading.Application;

/// <summary>How far a backtest came.</summary>
public sealed record BacktestRun(IReadOnlyList<PriceBar> Days, TimeSpan Elapsed, bool Interrupted);
