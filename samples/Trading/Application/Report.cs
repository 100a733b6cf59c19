using System.Globalization;
using Trading.Domain;
using Trading.Domain.Events;
using Trading.Handlers;
using Trading.Market;
using Trading.Monitoring;

namespace Trading.Application;

/// <summary>The summary that a backtest ends with.</summary>
public sealed class Report(BacktestRun run, IReadOnlyList<Account> accounts, Journal journal, RiskMonitor risk)
{
    private const int LatestEntries = 5;

    public void WriteTo(TextWriter output)
    {
        IEnumerable<string>[] sections = [Period(), Strategies(), Latest(), Events(), Speed()];
        foreach (string line in sections.SelectMany(section => section.Prepend("")))
        {
            output.WriteLine(line.TrimEnd());
        }
    }

    private IEnumerable<string> Period()
    {
        if (run.Interrupted)
        {
            yield return "Interrupted. So far:";
        }

        if (run.Days.Count == 0)
        {
            yield return "No day was played.";
            yield break;
        }

        PriceBar first = run.Days[0];
        PriceBar last = run.Days[^1];
        yield return Text($"{run.Days.Count:N0} {(run.Days.Count == 1 ? "day" : "days")} from {first.Date:O} to {last.Date:O}");
        yield return Text($"The market went from {first.Open:N2} to {last.Close:N2}: {Percent(last.Close / first.Open - 1m)}");
    }

    private IEnumerable<string> Strategies()
    {
        yield return Row("Strategy", "Trades", "Won", "Realised", "Open", "Profit", "Return", "Deepest", "");
        foreach (Account account in accounts)
        {
            yield return Row(
                account.StrategyName,
                account.Trades.Count,
                account.Trades.Count(trade => trade.IsWon),
                account.RealisedProfit,
                account.OpenProfit,
                account.Profit,
                Percent(account.Profit.Amount / account.Budget.Amount),
                Percent(-risk.DeepestFallOf(account.StrategyId)),
                account.IsStopped ? "stopped" : "");
        }

        decimal profit = accounts.Sum(account => account.Profit.Amount);
        yield return Row(
            "Together",
            accounts.Sum(account => account.Trades.Count),
            accounts.Sum(account => account.Trades.Count(trade => trade.IsWon)),
            new Money(accounts.Sum(account => account.RealisedProfit.Amount)),
            new Money(accounts.Sum(account => account.OpenProfit.Amount)),
            new Money(profit),
            Percent(profit / accounts.Sum(account => account.Budget.Amount)),
            "",
            "");

        static string Row(string name, object trades, object won, object realised, object open, object profit, string percent, string deepest, string state) =>
            Text($"{name,-32}{trades,7}{won,5}{realised,13}{open,13}{profit,13}{percent,10}{deepest,10}  {state}");
    }

    private IEnumerable<string> Latest()
    {
        yield return "Latest in the journal";
        foreach (IStrategyEvent entry in journal.Entries.TakeLast(LatestEntries))
        {
            yield return Text($"  {entry.Date:O}  {entry.EventType,-22}{entry.StrategyId,-18}{Details(entry)}");
        }
    }

    private IEnumerable<string> Events()
    {
        yield return "Events";
        foreach ((string eventType, int count) in journal.Counts)
        {
            yield return Text($"  {eventType,-22}{count,9:N0}");
        }

        yield return Text($"  {"total",-22}{Total,9:N0}");
    }

    private IEnumerable<string> Speed()
    {
        double seconds = run.Elapsed.TotalSeconds;
        yield return Text($"{Total:N0} events in {seconds:N3} s: {Total / seconds:N0} events a second");
    }

    private int Total => journal.Counts.Values.Sum();

    private static string Details(IStrategyEvent entry) => entry switch
    {
        StrategyCreated created => Text($"{created.StrategyName}, budget {created.Budget}"),
        TriggerFired trigger => Text($"{trigger.Signal.ToString().ToLowerInvariant()} after a close of {trigger.ClosingPrice:N2}"),
        PositionOpened opened => Text($"{opened.Units} units at {opened.Price:N2}"),
        PositionClosed closed => Text($"{closed.Units} units at {closed.Price:N2}, profit {closed.Profit}"),
        RiskLimitBreached breach => Text($"{Percent(-breach.Drawdown)} from the peak"),
        StrategyStopped stopped => stopped.Reason,
        _ => "",
    };

    private static string Percent(decimal ratio) => Text($"{ratio * 100m:+0.0;-0.0;0.0} %");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
