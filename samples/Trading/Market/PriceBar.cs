namespace Trading.Market;

/// <summary>The prices of one trading day.</summary>
public sealed record PriceBar(DateOnly Date, decimal Open, decimal High, decimal Low, decimal Close, long Volume);
