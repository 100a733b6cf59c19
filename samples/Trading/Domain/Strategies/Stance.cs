namespace Trading.Domain.Strategies;

/// <summary>What a strategy wants to hold from the next opening on.</summary>
public enum Stance
{
    Flat,
    Long,
}
