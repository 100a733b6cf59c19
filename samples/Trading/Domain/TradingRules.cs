namespace Trading.Domain;

/// <summary>The terms that every strategy trades under.</summary>
/// <param name="Budget">What a strategy starts with.</param>
/// <param name="FeeRate">The broker's share of each traded value.</param>
/// <param name="MaxDrawdown">How far a strategy may fall below its own peak before it is stopped.</param>
public sealed record TradingRules(Money Budget, decimal FeeRate, decimal MaxDrawdown)
{
    public static readonly TradingRules Standard = new(new Money(100_000m), FeeRate: 0.0005m, MaxDrawdown: 0.30m);
}
