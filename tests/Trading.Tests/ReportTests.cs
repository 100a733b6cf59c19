using System.Globalization;
using System.Text.RegularExpressions;
using DomainEvents;
using Microsoft.Extensions.DependencyInjection;
using Trading.Application;
using Trading.Handlers;
using Trading.Market;
using Trading.Monitoring;

namespace Trading.Tests;

/// <summary>The printed summary against what a subscriber and the accounts say.</summary>
public sealed partial class ReportTests
{
    [Fact]
    public void Printed_counts_equal_those_of_a_subscriber_to_all_events()
    {
        var seen = new Dictionary<string, int>();
        string report = PrintedReport(publisher => publisher.SubscribeAll(domainEvent =>
            seen[domainEvent.EventType] = seen.GetValueOrDefault(domainEvent.EventType) + 1));

        Dictionary<string, int> printed = CountLine().Matches(report).ToDictionary(
            match => match.Groups["type"].Value,
            match => int.Parse(match.Groups["count"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

        Assert.Equal(seen.Values.Sum(), printed["total"]);
        printed.Remove("total");
        Assert.Equal(seen.OrderBy(pair => pair.Key, StringComparer.Ordinal), printed.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(9, printed.Count);
    }

    [Fact]
    public void Report_reads_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            string invariant = WithoutTimes(PrintedReport());
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(invariant, WithoutTimes(PrintedReport()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        static string WithoutTimes(string report) => report[..report.LastIndexOf(" events in ", StringComparison.Ordinal)];
    }

    private static string PrintedReport(Func<DomainEventPublisher, IDisposable>? watch = null)
    {
        using var output = new StringWriter();
        using ServiceProvider services = TradingServices.Build(output);
        using IServiceScope scope = services.CreateScope();
        using IDisposable? watching = watch?.Invoke(services.GetRequiredService<DomainEventPublisher>());
        List<PriceBar> days = [.. PriceFile.Read(CommandLine.DefaultDataFile)];

        var risk = new RiskMonitor(services.GetRequiredService<DomainEventPublisher>());
        BacktestRun run = scope.ServiceProvider.GetRequiredService<Backtest>().Run(days, TestContext.Current.CancellationToken);
        new Report(run, scope.ServiceProvider.GetRequiredService<Broker>().Accounts, services.GetRequiredService<Journal>(), risk).WriteTo(output);
        return output.ToString();
    }

    [GeneratedRegex(@"^  (?<type>\S+) +(?<count>[\d,]+)\r?$", RegexOptions.Multiline)]
    private static partial Regex CountLine();
}
