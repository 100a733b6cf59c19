using DomainEvents;

namespace Trading.Domain.Events;

/// <summary>
/// A trade stands in the database. Durable: it is written in the transaction of the trade, and delivered after it even if the process dies
/// in between.
/// </summary>
[DomainEvent(Durable = true)]
public sealed partial record TradeBooked(string StrategyId, int Number, DateOnly ClosedOn, long Units, decimal ExitPrice, decimal Profit);
