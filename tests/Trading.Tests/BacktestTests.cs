using DomainEvents;
using DomainEvents.Testing;
using Microsoft.Extensions.DependencyInjection;
using Trading.Application;
using Trading.Domain;
using Trading.Domain.Events;
using Trading.Handlers;
using Trading.Market;

namespace Trading.Tests;

/// <summary>The whole sample over the real prices: its figures, its events and their order.</summary>
public sealed class BacktestTests
{
    private static readonly List<PriceBar> AllDays = [.. PriceFile.Read(CommandLine.DefaultDataFile)];

    [Theory]
    [InlineData(1)]
    [InlineData(750)]
    [InlineData(2_600)]
    [InlineData(5_105)]
    public void Trades_and_profit_agree_with_an_independent_calculation(int days)
    {
        decimal[][] prices = Recalculation.Prices(days);
        Recalculation.Outcome[] expected =
        [
            Recalculation.Trade(prices, Recalculation.Crossover(prices, fast: 50, slow: 200)),
            Recalculation.Trade(prices, Recalculation.Breakout(prices, entry: 55, exit: 20)),
            Recalculation.Trade(prices, Recalculation.Reversion(prices, days: 20, deviations: 2)),
        ];

        using ServiceProvider services = TradingServices.Build(TextWriter.Null);
        using IServiceScope scope = services.CreateScope();
        Run(scope, days);

        Assert.Equal(expected, scope.ServiceProvider.GetRequiredService<Broker>().Accounts.Select(OutcomeOf));
    }

    [Fact]
    public void Real_prices_lead_to_trades_of_every_strategy_and_stop_some_but_not_all()
    {
        using ServiceProvider services = TradingServices.Build(TextWriter.Null);
        using IServiceScope scope = services.CreateScope();
        Run(scope, AllDays.Count);
        IReadOnlyList<Account> accounts = scope.ServiceProvider.GetRequiredService<Broker>().Accounts;

        Assert.All(accounts, account => Assert.True(account.Trades.Count >= 5, $"{account.StrategyName} traded {account.Trades.Count} times"));
        Assert.Contains(accounts, account => account.IsStopped);
        Assert.Contains(accounts, account => !account.IsStopped);
    }

    [Fact]
    public void Orders_are_filled_at_the_opening_after_the_trigger()
    {
        List<IStrategyEvent> entries = EntriesOf(AllDays.Count);
        Dictionary<DateOnly, int> dayNumbers = AllDays.Select((day, number) => (day.Date, number)).ToDictionary();

        List<PositionOpened> opened = [.. entries.OfType<PositionOpened>()];

        Assert.NotEmpty(opened);
        Assert.All(opened, position =>
        {
            int day = dayNumbers[position.Date];
            Assert.Equal(AllDays[day].Open, position.Price);
            Assert.Contains(entries.OfType<TriggerFired>(), trigger =>
                trigger.StrategyId == position.StrategyId && trigger.Signal is Signal.Buy && dayNumbers[trigger.Date] == day - 1);
        });
    }

    [Fact]
    public void Later_days_change_nothing_that_happened_before_them()
    {
        const int days = 2_000;
        List<string> short_ = [.. EntriesOf(days).Select(Text)];

        List<string> whole = [.. EntriesOf(AllDays.Count).TakeWhile(entry => entry.Date <= AllDays[days - 1].Date).Select(Text)];

        Assert.Equal(short_, whole);

        static string Text(IStrategyEvent entry) => $"{entry.Date:O} {entry.EventType} {entry.StrategyId} {(entry as PositionClosed)?.Profit}";
    }

    [Fact]
    public void Causes_stand_before_their_effects_in_the_journal()
    {
        List<IStrategyEvent> entries = EntriesOf(AllDays.Count);
        int breach = entries.FindIndex(entry => entry is RiskLimitBreached);

        Assert.IsType<StrategyStopped>(entries[breach + 1]);
        Assert.Equal(entries[breach].StrategyId, entries[breach + 1].StrategyId);
    }

    [Fact]
    public void Stopped_strategy_only_sells_what_it_still_holds()
    {
        List<IStrategyEvent> entries = EntriesOf(AllDays.Count);

        Assert.All(entries.OfType<StrategyStopped>(), stopped =>
        {
            IEnumerable<IStrategyEvent> later = entries.SkipWhile(entry => entry != stopped).Skip(1);
            Assert.True(later.Where(entry => entry.StrategyId == stopped.StrategyId).ToList() is [] or [PositionClosed]);
        });
    }

    [Fact]
    public void Accounts_are_valued_before_strategies_decide()
    {
        using ServiceProvider services = TradingServices.Build(TextWriter.Null);
        using IServiceScope scope = services.CreateScope();
        using var spy = EventSpy.Attach(services.GetRequiredService<DomainEventPublisher>());

        Run(scope, AllDays.Count);

        string[] order = [.. spy.Received.Select(domainEvent => domainEvent.EventType)];
        List<(int Index, string Item)> triggers = [.. order.Index().Where(entry => entry.Item == EventTypes.TriggerFired)];
        Assert.NotEmpty(triggers);
        Assert.All(triggers, trigger => Assert.Contains(order[trigger.Index - 1], (string[])[EventTypes.AccountValued, EventTypes.TriggerFired]));
    }

    [Fact]
    public void Two_backtests_in_two_scopes_do_not_mix()
    {
        using ServiceProvider services = TradingServices.Build(TextWriter.Null);
        using IServiceScope first = services.CreateScope();
        using IServiceScope second = services.CreateScope();

        Run(first, 1_000);
        Run(second, 1_000);

        IReadOnlyList<Account> accounts = second.ServiceProvider.GetRequiredService<Broker>().Accounts;
        Assert.Equal(first.ServiceProvider.GetRequiredService<Broker>().Accounts.Select(OutcomeOf), accounts.Select(OutcomeOf));
        Assert.Equal(2_000, services.GetRequiredService<Journal>().Counts[EventTypes.MarketClosed]);
    }

    [Fact]
    public void Cancellation_finishes_the_day_and_plays_no_other()
    {
        using var cancellation = new CancellationTokenSource();
        using ServiceProvider services = TradingServices.Build(TextWriter.Null);
        using IServiceScope scope = services.CreateScope();
        DateOnly lastDay = AllDays[299].Date;
        using EventSubscription subscription = services.GetRequiredService<DomainEventPublisher>().Subscribe<MarketOpened>(opened =>
        {
            if (opened.Date == lastDay)
            {
                cancellation.Cancel();
            }
        });

        BacktestRun run = scope.ServiceProvider.GetRequiredService<Backtest>().Run(AllDays, cancellation.Token);

        Assert.True(run.Interrupted);
        Assert.Equal(AllDays.Take(300), run.Days);
        Assert.Equal(300, services.GetRequiredService<Journal>().Counts[EventTypes.MarketClosed]);
    }

    private static BacktestRun Run(IServiceScope scope, int days) =>
        scope.ServiceProvider.GetRequiredService<Backtest>().Run(AllDays[..days], TestContext.Current.CancellationToken);

    private static List<IStrategyEvent> EntriesOf(int days)
    {
        using ServiceProvider services = TradingServices.Build(TextWriter.Null);
        using IServiceScope scope = services.CreateScope();
        Run(scope, days);
        return [.. services.GetRequiredService<Journal>().Entries];
    }

    private static Recalculation.Outcome OutcomeOf(Account account) => new(
        account.Trades.Count,
        account.Trades.Count(trade => trade.IsWon),
        account.RealisedProfit.Amount,
        account.Profit.Amount,
        account.IsStopped);
}
