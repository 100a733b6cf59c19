namespace Trading.Domain;

/// <summary>The cash, the position and the past trades of one strategy.</summary>
public sealed class Account(string strategyId, string strategyName, Money budget, decimal feeRate)
{
    private readonly List<Trade> _trades = [];
    private decimal _lastPrice;

    public string StrategyId { get; } = strategyId;

    public string StrategyName { get; } = strategyName;

    public Money Budget { get; } = budget;

    public Money Cash { get; private set; } = budget;

    public Position? Position { get; private set; }

    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>What the strategy asked for and the market has not filled yet.</summary>
    public Signal? PendingOrder { get; private set; }

    public bool IsStopped { get; private set; }

    public Money Equity => Position is null ? Cash : Cash + Position.ValueAt(_lastPrice);

    public Money RealisedProfit => _trades.Aggregate(Money.Zero, (sum, trade) => sum + trade.Profit);

    public Money OpenProfit => Position is null ? Money.Zero : Position.ValueAt(_lastPrice) - Position.Cost;

    public Money Profit => Equity - Budget;

    public void Place(Signal order)
    {
        if (!IsStopped)
        {
            PendingOrder = order;
        }
    }

    /// <summary>Takes no more orders; a position that is still open is sold at the next opening price.</summary>
    public void Stop()
    {
        IsStopped = true;
        PendingOrder = Position is null ? null : Signal.Sell;
    }

    /// <summary>Values the position at the latest price.</summary>
    public void MarkTo(decimal price) => _lastPrice = price;

    /// <summary>Buys as many whole units as the cash pays for.</summary>
    /// <returns>The new position, or <see langword="null"/> if one is open already or the cash pays for no unit.</returns>
    public Position? Buy(DateOnly date, decimal price)
    {
        PendingOrder = null;
        MarkTo(price);
        long units = AffordableUnits(price);
        if (Position is not null || units == 0)
        {
            return null;
        }

        Position = new Position(date, units, price, Fee(units, price));
        Cash -= Position.Cost;
        return Position;
    }

    /// <summary>Sells the whole position.</summary>
    /// <returns>The finished trade, or <see langword="null"/> if no position is open.</returns>
    public Trade? Sell(DateOnly date, decimal price)
    {
        PendingOrder = null;
        MarkTo(price);
        if (Position is not { } position)
        {
            return null;
        }

        Money proceeds = position.ValueAt(price) - Fee(position.Units, price);
        var trade = new Trade(position, date, price, Profit: proceeds - position.Cost);
        Cash += proceeds;
        Position = null;
        _trades.Add(trade);
        return trade;
    }

    private long AffordableUnits(decimal price) => (long)decimal.Floor(Cash.Amount / (price * (1m + feeRate)));

    // Rounded down: a fee rounded up could cost more cash than there is.
    private Money Fee(long units, decimal price) => (new Money(units * price) * feeRate).RoundDownToCents();
}
