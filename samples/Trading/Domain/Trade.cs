namespace Trading.Domain;

/// <summary>A position from its purchase to its sale.</summary>
/// <param name="Profit">What is left after both fees.</param>
public sealed record Trade(Position Position, DateOnly ClosedOn, decimal ExitPrice, Money Profit)
{
    public bool IsWon => Profit > Money.Zero;
}
