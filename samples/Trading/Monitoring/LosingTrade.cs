using DomainEvents;
using Trading.Domain;
using Trading.Domain.Events;

namespace Trading.Monitoring;

/// <summary>
/// Follows the events of the day on which a strategy first sold at a loss. The tracer is detached as soon as that day has its trace: it
/// remembers the newest events only, and there are many days to come.
/// </summary>
public sealed class LosingTrade : IDisposable
{
    private readonly EventTracer _tracer;
    private readonly IDomainEventSubscriber _subscriber;
    private Guid _opening;
    private PositionClosed? _trade;

    public LosingTrade(DomainEventPublisher publisher)
    {
        _tracer = EventTracer.Attach(publisher);
        _subscriber = publisher;
        _subscriber.SubscribeOwned<PositionClosed>(this, closed => _trade ??= closed.Profit < Money.Zero ? closed : null);
        _subscriber.SubscribeOwned<MarketOpened>(this, opened => _opening = opened.EventId);

        // Orders are filled at the opening: when the market closes, the trace of the opening is complete.
        _subscriber.SubscribeOwned<MarketClosed>(this, _ => StopAfterLoss());
    }

    /// <summary>Prints what happened from the opening of that day on.</summary>
    public void WriteTo(TextWriter output)
    {
        output.WriteLine();
        if (_trade is null)
        {
            output.WriteLine("No trade was lost.");
            return;
        }

        output.WriteLine(FormattableString.Invariant($"First losing trade: {_trade.StrategyId} on {_trade.Date:O}, {_trade.Profit}"));
        output.WriteLine();
        _tracer.Print(output, _opening);
    }

    public void Dispose()
    {
        _subscriber.UnsubscribeOwner(this);
        _tracer.Dispose();
    }

    private void StopAfterLoss()
    {
        if (_trade is not null)
        {
            Dispose();
        }
    }
}
