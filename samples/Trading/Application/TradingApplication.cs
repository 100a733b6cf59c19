using DomainEvents;
using Microsoft.Extensions.DependencyInjection;
using Trading.Handlers;
using Trading.Market;
using Trading.Monitoring;

namespace Trading.Application;

/// <summary>The sample from its command line to its exit code.</summary>
public static class TradingApplication
{
    public const int Success = 0;
    public const int BadData = 1;
    public const int BadUsage = 2;
    public const int Interrupted = 130;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            CommandLine commandLine = CommandLine.Parse(arguments);
            if (commandLine.ShowHelp)
            {
                output.WriteLine(CommandLine.Usage);
                return Success;
            }

            List<PriceBar> days = Load(commandLine, cancellationToken);
            return Play(commandLine, days, output, cancellationToken);
        }
        catch (CommandLineException exception)
        {
            errors.WriteLine($"error: {exception.Message}");
            errors.WriteLine();
            errors.WriteLine(CommandLine.Usage);
            return BadUsage;
        }
        catch (PriceFileException exception)
        {
            errors.WriteLine($"error: {exception.Message}");
            return BadData;
        }
        catch (OperationCanceledException)
        {
            errors.WriteLine("interrupted before the first day");
            return Interrupted;
        }
    }

    private static List<PriceBar> Load(CommandLine commandLine, CancellationToken cancellationToken)
    {
        var days = new List<PriceBar>();
        foreach (PriceBar day in PriceFile.Read(commandLine.DataFile).Take(commandLine.Days ?? int.MaxValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            days.Add(day);
        }

        return days;
    }

    private static int Play(CommandLine commandLine, IReadOnlyList<PriceBar> days, TextWriter output, CancellationToken cancellationToken)
    {
        using ServiceProvider services = TradingServices.Build(output);
        using IServiceScope scope = services.CreateScope();

        var publisher = services.GetRequiredService<DomainEventPublisher>();
        var risk = new RiskMonitor(publisher);
        using LosingTrade? losingTrade = commandLine.ShowTrace ? new LosingTrade(publisher) : null;
        using DomainEventMetrics? metrics = commandLine.ShowMetrics ? DomainEventMetrics.Attach(publisher) : null;

        BacktestRun run;
        using (TextWriter? file = OpenJournal(commandLine.JournalFile))
        {
            JournalFile? journalFile = file is null ? null : new JournalFile(services.GetRequiredService<Journal>(), file);
            using (journalFile)
            {
                run = scope.ServiceProvider.GetRequiredService<Backtest>().Run(days, cancellationToken);
            }

            if (journalFile?.Error is { } error)
            {
                output.WriteLine($"The journal is incomplete: {error.Message}");
            }
        }

        var report = new Report(run, scope.ServiceProvider.GetRequiredService<Broker>().Accounts, services.GetRequiredService<Journal>(), risk);
        report.WriteTo(output);
        losingTrade?.WriteTo(output);
        if (metrics is not null)
        {
            MetricsTable.Write(metrics, output);
        }

        return run.Interrupted ? Interrupted : Success;
    }

    private static StreamWriter? OpenJournal(string? path)
    {
        try
        {
            return path is null ? null : File.CreateText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandLineException($"--journal '{path}' cannot be written: {exception.Message}");
        }
    }
}
