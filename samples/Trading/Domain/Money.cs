using System.Globalization;

namespace Trading.Domain;

/// <summary>An amount of the account's currency, exact to the last digit.</summary>
public readonly record struct Money(decimal Amount)
{
    public static readonly Money Zero = new(0m);

    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.Amount);

    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor);

    public static bool operator <(Money left, Money right) => left.Amount < right.Amount;

    public static bool operator >(Money left, Money right) => left.Amount > right.Amount;

    public Money RoundDownToCents() => new(decimal.Round(Amount, 2, MidpointRounding.ToZero));

    public override string ToString() => Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
}
