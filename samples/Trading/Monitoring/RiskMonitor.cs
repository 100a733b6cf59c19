using DomainEvents;
using Trading.Domain;
using Trading.Domain.Events;

namespace Trading.Monitoring;

/// <summary>
/// Remembers how far each strategy ever was below its peak. It only watches, for whoever made it: its subscriptions are weak, so that it
/// need not be disposed, and is collected with the report that it is for.
/// </summary>
public sealed class RiskMonitor
{
    private readonly Dictionary<string, Money> _peaks = [];
    private readonly Dictionary<string, decimal> _deepest = [];

    public RiskMonitor(IDomainEventSubscriber subscriber)
    {
        subscriber.SubscribeWeak<RiskMonitor, StrategyCreated>(this, static (self, created) => self.Note(created.StrategyId, created.Budget));
        subscriber.SubscribeWeak<RiskMonitor, AccountValued>(this, static (self, valued) => self.Note(valued.StrategyId, valued.Equity));
    }

    /// <summary>The deepest fall of a strategy so far, as a part of the peak before it; 0 if it never fell.</summary>
    public decimal DeepestFallOf(string strategyId) => _deepest.GetValueOrDefault(strategyId);

    private void Note(string strategyId, Money equity)
    {
        if (!_peaks.TryGetValue(strategyId, out Money peak) || equity > peak)
        {
            _peaks[strategyId] = equity;
            return;
        }

        _deepest[strategyId] = Math.Max(_deepest.GetValueOrDefault(strategyId), 1m - equity.Amount / peak.Amount);
    }
}
