using System.Globalization;

namespace DomainEvents.Persistence.Tool;

/// <summary>What was typed, checked.</summary>
internal sealed class ToolArguments
{
    private static readonly string[] s_commands = ["status", "dead-letters", "replay", "purge"];
    private static readonly string[] s_selecting = ["dead-letters", "replay", "purge"];

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public required string Command { get; init; }

    public string? Sqlite { get; private set; }

    public string? PostgreSql { get; private set; }

    public bool IsJson { get; private set; }

    public bool IsAll { get; private set; }

    /// <summary>Whether the question was answered beforehand.</summary>
    public bool IsYes { get; private set; }

    public DeadLetterFilter Filter { get; private set; } = DeadLetterFilter.All;

    /// <exception cref="ToolException">Something is missing, unknown, doubled or unreadable.</exception>
    public static ToolArguments Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.Count == 0)
        {
            throw new ToolException("No command was given.");
        }

        if (!s_commands.Contains(arguments[0], StringComparer.Ordinal))
        {
            throw new ToolException($"'{arguments[0]}' is no command.");
        }

        var parsed = new ToolArguments { Command = arguments[0] };
        for (var index = 1; index < arguments.Count; index++)
        {
            var option = arguments[index];
            if (!parsed._seen.Add(option))
            {
                throw new ToolException($"'{option}' was given twice.");
            }

            parsed.Take(option, () => ++index < arguments.Count && !arguments[index].StartsWith("--", StringComparison.Ordinal)
                ? arguments[index]
                : throw new ToolException($"'{option}' needs a value."));
        }

        parsed.Check();
        return parsed;
    }

    private void Check()
    {
        if (Sqlite is null == PostgreSql is null)
        {
            throw new ToolException("Name one database: --sqlite FILE or --postgresql CONNECTION-STRING.");
        }

        if (!s_selecting.Contains(Command, StringComparer.Ordinal) && (IsAll || Filter != DeadLetterFilter.All))
        {
            throw new ToolException($"'{Command}' selects no dead letters.");
        }

        if (Command is "replay" or "purge" && IsAll == (Filter != DeadLetterFilter.All))
        {
            throw new ToolException(IsAll
                ? "--all means every dead letter: leave it out, or the other selection."
                : $"Say which dead letters to {Command}: --id, --type, --stream, --since, --before or --limit, or --all for every one.");
        }

        if (IsYes && Command != "purge")
        {
            throw new ToolException($"'{Command}' asks nothing: leave --yes out.");
        }
    }

    private void Take(string option, Func<string> value)
    {
        switch (option)
        {
            case "--sqlite": Sqlite = value(); break;
            case "--postgresql": PostgreSql = value(); break;
            case "--json": IsJson = true; break;
            case "--all": IsAll = true; break;
            case "--yes": IsYes = true; break;
            case "--type": Filter = Filter with { Type = value() }; break;
            case "--stream": Filter = Filter with { StreamId = value() }; break;
            case "--id": Filter = Filter with { Id = Id(value()) }; break;
            case "--since": Filter = Filter with { DiedFrom = Time(option, value()) }; break;
            case "--before": Filter = Filter with { DiedBefore = Time(option, value()) }; break;
            case "--limit": Filter = Filter with { Limit = Limit(value()) }; break;
            default: throw new ToolException($"'{option}' is no option.");
        }
    }

    private static Guid Id(string value) =>
        Guid.TryParse(value, out var id) ? id : throw new ToolException($"--id takes the id of a message, not '{value}'.");

    private static int Limit(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : throw new ToolException($"--limit takes a positive number, not '{value}'.");

    private static DateTimeOffset Time(string option, string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new ToolException($"{option} takes a time such as 2026-03-01 or 2026-03-01T12:00:00Z, UTC unless it says otherwise, not '{value}'.");
}
