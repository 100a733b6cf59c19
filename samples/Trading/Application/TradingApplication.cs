using DomainEvents;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Trading.Handlers;
using Trading.Market;
using Trading.Monitoring;
using Trading.Storage;

namespace Trading.Application;

/// <summary>The sample from its command line to its exit code.</summary>
public static class TradingApplication
{
    public const int Success = 0;
    public const int BadData = 1;
    public const int BadUsage = 2;
    public const int BadDatabase = 3;
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
            return commandLine switch
            {
                { InMemory: true } => PlayInMemory(commandLine, days, output, cancellationToken),
                { DatabaseFile: { } file } => PlayIntoDatabase(commandLine, file, days, output, cancellationToken),
                _ => PlayIntoDefaultDatabase(commandLine, days, output, cancellationToken),
            };
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
        catch (LedgerException exception)
        {
            errors.WriteLine($"error: database: {exception.Message}");
            return BadDatabase;
        }
        catch (SqliteException exception)
        {
            errors.WriteLine($"error: database: {exception.Message} What was written stays; the same command goes on after it.");
            return BadDatabase;
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

    private static int PlayInMemory(
        CommandLine commandLine, IReadOnlyList<PriceBar> days, TextWriter output, CancellationToken cancellationToken)
    {
        using ServiceProvider services = TradingServices.Build(output);
        using IServiceScope scope = services.CreateScope();
        return Play(commandLine, days, scope.ServiceProvider, database: null, output, cancellationToken);
    }

    private static int PlayIntoDefaultDatabase(
        CommandLine commandLine, IReadOnlyList<PriceBar> days, TextWriter output, CancellationToken cancellationToken)
    {
        using var database = DefaultDatabase.Take(days);
        int exitCode = PlayIntoDatabase(commandLine, database.DatabaseFile, days, output, cancellationToken);
        if (exitCode == Success)
        {
            database.Complete();
        }

        return exitCode;
    }

    private static int PlayIntoDatabase(
        CommandLine commandLine, string file, IReadOnlyList<PriceBar> days, TextWriter output, CancellationToken cancellationToken)
    {
        using TradingDatabase database = TradingDatabase.Open(file, output);
        if (database.Ledger.DaysAtStart is var played and > 0)
        {
            if (played > days.Count)
            {
                throw new LedgerException($"'{file}' holds {played} days already, more than the {days.Count} to play: name another file");
            }

            output.WriteLine(FormattableString.Invariant($"Goes on after {played:N0} days in {file}"));
        }

        int exitCode = Play(commandLine, days, database.Services, database, output, cancellationToken);
        output.WriteLine();
        output.WriteLine(FormattableString.Invariant(
            $"{database.Ledger.DaysWritten:N0} days and {database.Ledger.Confirmations:N0} confirmed trades in {file}"));
        return exitCode;
    }

    private static int Play(
        CommandLine commandLine,
        IReadOnlyList<PriceBar> days,
        IServiceProvider services,
        TradingDatabase? database,
        TextWriter output,
        CancellationToken cancellationToken)
    {
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
                run = services.GetRequiredService<Backtest>().Run(days, cancellationToken, database is null ? null : database.Ledger.Close);
            }

            if (journalFile?.Error is { } error)
            {
                output.WriteLine($"The journal is incomplete: {error.Message}");
            }
        }

        bool isComplete = !run.Interrupted && database?.Deliver(cancellationToken) != false;
        var journal = services.GetRequiredService<Journal>();
        var report = new Report(run, services.GetRequiredService<Broker>().Accounts, journal, risk);
        report.WriteTo(output);
        losingTrade?.WriteTo(output);
        if (metrics is not null)
        {
            MetricsTable.Write(metrics, publisher.Subscriptions, journal, output);
        }

        return isComplete ? Success : Interrupted;
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
