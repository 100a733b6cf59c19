using DomainEvents;
using Trading.Market;

namespace Trading.Domain.Events;

/// <summary>A trading day is over and its prices are known.</summary>
[DomainEvent]
public sealed partial record MarketClosed(PriceBar Prices);
