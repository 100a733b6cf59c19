namespace Trading.Domain;

/// <summary>What a strategy asks the broker to do at the next opening price.</summary>
public enum Signal
{
    Buy,
    Sell,
}
