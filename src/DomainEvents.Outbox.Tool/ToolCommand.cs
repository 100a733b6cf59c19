using System.Data.Common;
using DomainEvents.Persistence.PostgreSql;
using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Sqlite;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Tool;

/// <summary>Carries a command out, and says by its exit code how that went.</summary>
/// <param name="output">Takes the answer.</param>
/// <param name="error">Takes what went wrong, and questions.</param>
/// <param name="answers">Answers questions; <see langword="null"/> where nobody is there to be asked.</param>
internal sealed class ToolCommand(TextWriter output, TextWriter error, TextReader? answers)
{
    private const string Usage = """
        usage: dotnet outbox COMMAND (--sqlite FILE | --postgresql CONNECTION-STRING) [--json]

          status          counts what lies in the outbox
          dead-letters    lists what was given up, and why
          replay          takes dead letters back into the outbox, to be sent again
          purge           deletes dead letters for good; asks first, unless --yes is given

        which dead letters: --id ID, --type EVENT-TYPE, --stream STREAM, --since TIME, --before TIME (when they were given up),
        --limit COUNT (the oldest). replay and purge take at least one of these, or --all.

        ends with 0; with 1 when the database refuses, 2 when the command line is wrong or the answer is not yes, 130 when it is stopped.
        """;

    /// <summary>Never throws for what was typed or what the database says.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is ["--help" or "-h" or "help"])
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return ExitCodes.Success;
        }

        try
        {
            var parsed = ToolArguments.Parse(arguments);
            var database = Open(parsed);
            await using (database.ConfigureAwait(false))
            {
                await CheckSchemaAsync(database, cancellationToken).ConfigureAwait(false);
                var exitCode = await RunAsync(parsed, database, cancellationToken).ConfigureAwait(false);
                if (database is PostgreSqlDatabase server && exitCode == ExitCodes.Success && parsed.Command is "replay" or "purge")
                {
                    // A stream that waited for the decision goes on, and a poll is 5 s away. On a file the relay sees the commit by itself.
                    await PostgreSqlWakeSource.WakeAllAsync(server, "tool", cancellationToken).ConfigureAwait(false);
                }

                return exitCode;
            }
        }
        catch (ToolException exception)
        {
            await error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            await error.WriteLineAsync("dotnet outbox --help tells what can be done.").ConfigureAwait(false);
            return ExitCodes.CommandLine;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("Stopped before it was done.").ConfigureAwait(false);
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (exception is DbException or OutboxSchemaException or TimeoutException or IOException)
        {
            await error.WriteLineAsync(exception.InnerException is DbException or null ? exception.Message : $"{exception.Message} {exception.InnerException.Message}")
                .ConfigureAwait(false);
            return ExitCodes.Database;
        }
    }

    private static SqlDatabase Open(ToolArguments arguments)
    {
        try
        {
            if (arguments.PostgreSql is { } connectionString)
            {
                return PostgreSqlDatabase.Create(connectionString);
            }

            // Opening would create it, and tell of an empty outbox.
            return File.Exists(arguments.Sqlite)
                ? SqliteDatabase.OpenExisting(new SqliteConnectionStringBuilder { DataSource = arguments.Sqlite }.ConnectionString)
                : throw new ToolException($"There is no file '{arguments.Sqlite}'.");
        }
        catch (ArgumentException exception)
        {
            throw new ToolException($"The connection string cannot be read: {exception.Message}");
        }
    }

    private static async Task CheckSchemaAsync(SqlDatabase database, CancellationToken cancellationToken)
    {
        var version = await new SqlSchema(database).ReadVersionAsync(cancellationToken).ConfigureAwait(false);
        if (version == SqlSchema.Version)
        {
            return;
        }

        throw new OutboxSchemaException(version switch
        {
            0 => "This database holds no outbox: its tables are missing. Is it the database of the application?",
            > SqlSchema.Version => $"The tables of the outbox have version {version}, and this tool works with version {SqlSchema.Version}. Update it: dotnet tool update DomainEvents.Outbox.Tool.",
            _ => $"The tables of the outbox have version {version}, and this tool works with version {SqlSchema.Version}. Start the application, which upgrades them, or use an older tool.",
        });
    }

    private async Task<int> RunAsync(ToolArguments arguments, SqlDatabase database, CancellationToken cancellationToken)
    {
        var letters = new SqlDeadLetters(database, new OutboxSignal());
        switch (arguments.Command)
        {
            case "status":
                Report.Write(output, arguments.IsJson, await new SqlOutboxStore(database).ReadStatisticsAsync(cancellationToken).ConfigureAwait(false));
                return ExitCodes.Success;
            case "dead-letters":
                Report.Write(output, arguments.IsJson, await ReadAsync(letters, arguments.Filter, cancellationToken).ConfigureAwait(false));
                return ExitCodes.Success;
            case "replay":
                Report.Write(output, arguments.IsJson, "replayed", await letters.ReplayAsync(arguments.Filter, cancellationToken).ConfigureAwait(false));
                return ExitCodes.Success;
            default:
                return await PurgeAsync(arguments, letters, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<int> PurgeAsync(ToolArguments arguments, SqlDeadLetters letters, CancellationToken cancellationToken)
    {
        var filter = arguments.Filter;
        if (!arguments.IsYes)
        {
            if (answers is null)
            {
                throw new ToolException("purge deletes for good, and nobody is there to be asked. Say --yes if that is meant.");
            }

            var found = await ReadAsync(letters, filter, cancellationToken).ConfigureAwait(false);
            if (found.Count > 0)
            {
                await error.WriteAsync($"Delete {Report.Count(found.Count)} for good? [y/N] ").ConfigureAwait(false);
                if ((await answers.ReadLineAsync(cancellationToken).ConfigureAwait(false))?.Trim().ToUpperInvariant() is not ("Y" or "YES"))
                {
                    await error.WriteLineAsync("Nothing was deleted.").ConfigureAwait(false);
                    return ExitCodes.CommandLine;
                }

                // What was given up since the question was put is no part of it.
                filter = filter with { DiedBefore = found.Max(letter => letter.DiedAt).AddMilliseconds(1), Limit = found.Count };
            }
        }

        Report.Write(output, arguments.IsJson, "purged", await letters.PurgeAsync(filter, cancellationToken).ConfigureAwait(false));
        return ExitCodes.Success;
    }

    private static async Task<List<DeadLetter>> ReadAsync(SqlDeadLetters letters, DeadLetterFilter filter, CancellationToken cancellationToken)
    {
        List<DeadLetter> found = [];
        await foreach (var letter in letters.QueryAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            found.Add(letter);
        }

        return found;
    }
}
