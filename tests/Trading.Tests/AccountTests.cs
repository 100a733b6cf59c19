using System.Globalization;
using Trading.Domain;

namespace Trading.Tests;

/// <summary>The arithmetic of one strategy's account.</summary>
public sealed class AccountTests
{
    private static readonly DateOnly Day = new(2020, 1, 2);

    [Fact]
    public void Buy_spends_on_whole_units_and_the_fee()
    {
        Account account = NewAccount(budget: 1_000m, feeRate: 0.001m);

        Position? position = account.Buy(Day, price: 99.95m);

        Assert.Equal(new Position(Day, Units: 9, EntryPrice: 99.95m, EntryFee: new Money(0.89m)), position);
        Assert.Equal(new Money(1_000m - 899.55m - 0.89m), account.Cash);
    }

    [Fact]
    public void Sell_books_the_profit_after_both_fees()
    {
        Account account = NewAccount(budget: 1_000m, feeRate: 0.001m);
        account.Buy(Day, price: 99.95m);

        Trade? trade = account.Sell(Day.AddDays(1), price: 110m);

        Assert.Equal(new Money(990m - 0.99m - 899.55m - 0.89m), trade?.Profit);
        Assert.Equal(new Money(1_000m) + trade!.Profit, account.Cash);
        Assert.Equal(account.RealisedProfit, account.Profit);
        Assert.Equal(Money.Zero, account.OpenProfit);
        Assert.Null(account.Position);
    }

    [Fact]
    public void Profit_is_realised_and_open_profit()
    {
        Account account = NewAccount(budget: 1_000m, feeRate: 0m);
        account.Buy(Day, price: 100m);
        account.Sell(Day.AddDays(1), price: 120m);
        account.Buy(Day.AddDays(2), price: 100m);

        account.MarkTo(90m);

        Assert.Equal(new Money(200m), account.RealisedProfit);
        Assert.Equal(new Money(-120m), account.OpenProfit);
        Assert.Equal(new Money(80m), account.Profit);
    }

    [Theory]
    [InlineData("0.0001")]
    [InlineData("0.0079")]
    [InlineData("0.0179")]
    public void Rounded_fee_never_overdraws_the_account(string price)
    {
        Account account = NewAccount(budget: 1_000m, feeRate: 0.0005m);

        account.Buy(Day, decimal.Parse(price, CultureInfo.InvariantCulture));

        Assert.InRange(account.Cash.Amount, 0m, 0.02m);
    }

    [Fact]
    public void Buy_without_the_means_or_twice_does_nothing()
    {
        Account poor = NewAccount(budget: 10m, feeRate: 0m);
        Assert.Null(poor.Buy(Day, price: 11m));

        Account rich = NewAccount(budget: 100m, feeRate: 0m);
        rich.Buy(Day, price: 11m);
        Assert.Null(rich.Buy(Day, price: 0.5m));
    }

    [Fact]
    public void Sell_without_a_position_does_nothing()
    {
        Account account = NewAccount(budget: 10m, feeRate: 0m);

        Assert.Null(account.Sell(Day, price: 11m));
        Assert.Equal(new Money(10m), account.Cash);
    }

    [Fact]
    public void Stop_sells_what_is_held_and_takes_no_more_orders()
    {
        Account account = NewAccount(budget: 100m, feeRate: 0m);
        account.Buy(Day, price: 10m);

        account.Stop();
        account.Place(Signal.Buy);

        Assert.Equal(Signal.Sell, account.PendingOrder);
    }

    [Fact]
    public void Stop_drops_an_order_that_is_not_filled_yet()
    {
        Account account = NewAccount(budget: 100m, feeRate: 0m);
        account.Place(Signal.Buy);

        account.Stop();

        Assert.Null(account.PendingOrder);
    }

    private static Account NewAccount(decimal budget, decimal feeRate) => new("s-1", "Test", new Money(budget), feeRate);
}
