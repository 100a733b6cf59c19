namespace Trading.Domain;

/// <summary>Units of the index held by a strategy.</summary>
public sealed record Position(DateOnly OpenedOn, long Units, decimal EntryPrice, Money EntryFee)
{
    public Money Cost => ValueAt(EntryPrice) + EntryFee;

    public Money ValueAt(decimal price) => new(Units * price);
}
