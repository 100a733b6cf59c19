using System.Text.Json;
using DomainEvents.Persistence.Tests.Support;
using DomainEvents.Persistence.Tool;

namespace DomainEvents.Persistence.Tests.Tool;

/// <summary>What the tool does on every database.</summary>
public abstract class ToolContract : IAsyncLifetime
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private TestDatabase? _database;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected TestDatabase Database => _database!;

    protected string Output => _output.ToString();

    protected string Error => _error.ToString();

    /// <summary>The option that names the database, and its value.</summary>
    protected abstract string[] Where { get; }

    public async ValueTask InitializeAsync()
    {
        _database = await CreateAsync();
        await Database.Schema.EnsureCreatedAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Status_counts_what_lies_in_the_outbox()
    {
        await BuryAsync(TestMessages.InStream("s", 0));
        await Database.AppendAsync(TestMessages.InStream("s", 1), TestMessages.Alone("2"));

        Assert.Equal(0, await RunAsync("status"));

        Assert.Matches("""^messages that wait +2\nthe oldest for +00:00:\d\d.*\ndead letters +1\nstreams held back +0\n""", Output);
    }

    [Fact]
    public async Task Status_is_also_told_to_programs()
    {
        await BuryAsync(TestMessages.InStream("s", 0));
        await Database.AppendAsync(TestMessages.InStream("s", 1));

        Assert.Equal(0, await RunAsync("status", "--json"));

        using var json = JsonDocument.Parse(Output);
        Assert.Equal(
            ["pending", "oldestAgeSeconds", "deadLetters", "blockedStreams", "unownedPartitions", "relays"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal((1, 1), (json.RootElement.GetProperty("pending").GetInt32(), json.RootElement.GetProperty("deadLetters").GetInt32()));
    }

    [Fact]
    public async Task Dead_letters_are_listed_with_their_reasons()
    {
        var dead = TestMessages.InStream("s", 0);
        await BuryAsync(dead, TestMessages.InStream("t", 0));

        Assert.Equal(0, await RunAsync("dead-letters", "--stream", "s"));

        Assert.Equal(3, Output.TrimEnd().Split('\n').Length);
        Assert.Matches($"{dead.Id} +{dead.Type} +s +1 +0 +a\\?b poison\n1 dead letter\n", Output);
    }

    [Fact]
    public async Task Dead_letters_are_also_listed_for_programs()
    {
        var dead = TestMessages.InStream("s", 0);
        await BuryAsync(dead, TestMessages.InStream("t", 0));

        Assert.Equal(0, await RunAsync("dead-letters", "--id", $"{dead.Id}", "--json"));

        using var json = JsonDocument.Parse(Output);
        var letter = Assert.Single(json.RootElement.EnumerateArray().ToList());
        Assert.Equal((dead.Id, "s", "a\u001bb\npoison"), (letter.GetProperty("id").GetGuid(), letter.GetProperty("stream").GetString(), letter.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Dead_letters_are_selected_by_the_time_at_which_they_were_given_up()
    {
        await BuryAsync(TestMessages.InStream("s", 0));

        Assert.Equal(0, await RunAsync("dead-letters", "--before", "2001-01-01T12:00:00+02:00"));
        Assert.Equal(0, await RunAsync("dead-letters", "--since", "2001-01-01"));

        Assert.StartsWith("0 dead letters\nDIED AT", Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay", 1, "1 dead letter replayed\n")]
    [InlineData("purge --yes", 0, "1 dead letter purged\n")]
    public async Task Dead_letters_that_are_selected_are_taken_and_no_others(string command, int pending, string answer)
    {
        await BuryAsync(TestMessages.InStream("s", 0), TestMessages.InStream("t", 0));

        Assert.Equal(0, await RunAsync([.. command.Split(' '), "--stream", "s"]));

        Assert.Equal((pending, 1L), (await Database.CountAsync("outbox"), await Database.CountAsync("outbox_dead")));
        Assert.Equal(answer, Output);
    }

    [Fact]
    public async Task All_dead_letters_are_taken_when_that_is_said()
    {
        await BuryAsync(TestMessages.InStream("s", 0), TestMessages.InStream("t", 0));

        Assert.Equal(0, await RunAsync("replay", "--all", "--json"));

        Assert.Equal((2L, 0L), (await Database.CountAsync("outbox"), await Database.CountAsync("outbox_dead")));
        Assert.Equal("""{"replayed":2}""", Output.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("y\n", 0, 0)]
    [InlineData("YES\n", 0, 0)]
    [InlineData("n\n", 2, 2)]
    [InlineData("\n", 2, 2)]
    [InlineData("", 2, 2)]
    [InlineData(null, 2, 2)]
    public async Task Purge_deletes_only_after_a_yes(string? answer, int exitCode, int left)
    {
        await BuryAsync(TestMessages.InStream("s", 0), TestMessages.InStream("t", 0));

        Assert.Equal(exitCode, await RunAsync(answer is null ? null : new StringReader(answer), "purge", "--all"));

        Assert.Equal(left, await Database.CountAsync("outbox_dead"));
        Assert.Contains(answer is null ? "Say --yes" : "Delete 2 dead letters for good? [y/N]", Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purge_leaves_alone_what_was_given_up_after_the_question()
    {
        await BuryAsync(TestMessages.InStream("s", 0));
        await Database.ExecuteAsync("update outbox_dead set died_at = died_at - 60000");
        var answers = new LateReader(() => BuryAsync(TestMessages.InStream("t", 0)));

        Assert.Equal(0, await RunAsync(answers, "purge", "--all"));

        Assert.Equal(1, await Database.CountAsync("outbox_dead where stream_id = 't'"));
        Assert.Equal(1, await Database.CountAsync("outbox_dead"));
    }

    [Theory]
    [InlineData("purge", "Say which dead letters to purge")]
    [InlineData("replay --yes", "Say which dead letters to replay")]
    [InlineData("replay --all --yes", "'replay' asks nothing: leave --yes out.")]
    [InlineData("purge --all --type x", "--all means every dead letter")]
    [InlineData("burn", "'burn' is no command")]
    [InlineData("status --loud", "'--loud' is no option")]
    [InlineData("status --type x", "'status' selects no dead letters")]
    [InlineData("status --json --json", "'--json' was given twice")]
    [InlineData("purge --id 7", "--id takes the id of a message, not '7'")]
    [InlineData("purge --limit 0", "--limit takes a positive number, not '0'")]
    [InlineData("purge --before noon", "--before takes a time such as 2026-03-01 or 2026-03-01T12:00:00Z, UTC unless it says otherwise, not 'noon'")]
    [InlineData("purge --type", "'--type' needs a value")]
    public async Task Command_line_that_is_wrong_says_what_and_changes_nothing(string line, string message)
    {
        await BuryAsync(TestMessages.InStream("s", 0));

        Assert.Equal(2, await RunAsync(line.Split(' ')));

        Assert.Contains(message, Error, StringComparison.Ordinal);
        Assert.Equal(1, await Database.CountAsync("outbox_dead"));
    }

    [Fact]
    public async Task Command_that_is_stopped_changes_nothing()
    {
        await BuryAsync(TestMessages.InStream("s", 0));
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        Assert.Equal(130, await new ToolCommand(_output, _error, null).RunAsync(["replay", "--all", .. Where], stopped.Token));

        Assert.Equal(1, await Database.CountAsync("outbox_dead"));
    }

    [Theory]
    [InlineData(2, "The tables of the outbox have version 2, and this tool works with version 1. Update it")]
    [InlineData(0, "This database holds no outbox")]
    public async Task Tables_of_another_version_are_reported(int version, string message)
    {
        await Database.ExecuteAsync(version == 0 ? "drop table outbox_schema" : $"update outbox_schema set version = {version}");

        Assert.Equal(1, await RunAsync("status"));

        Assert.Contains(message, Error, StringComparison.Ordinal);
        Assert.Equal("", Output);
    }

    protected abstract Task<TestDatabase> CreateAsync();

    protected Task<int> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    protected Task<int> RunExactlyAsync(params string[] arguments) => new ToolCommand(_output, _error, null).RunAsync(arguments, Token);

    protected async Task BuryAsync(params OutboxMessage[] messages)
    {
        await Database.AppendAsync(messages);
        var leases = await Database.Store.AcquireAsync("test", OutboxPartition.Count, TimeSpan.FromMinutes(1), Token);
        var batch = new OutboxBatch();
        await Database.Store.ReadAsync(leases, batch, 100, TimeSpan.FromMinutes(1), Token);
        foreach (var entry in batch.Entries)
        {
            entry.Bury("a\u001bb\npoison", haltStream: false);
        }

        Assert.True(await Database.Store.CompleteAsync(leases, batch, Token));
    }

    private Task<int> RunAsync(TextReader? answers, params string[] arguments) =>
        new ToolCommand(_output, _error, answers).RunAsync([.. arguments, .. Where], Token);

    /// <summary>Says yes, after something else has happened.</summary>
    private sealed class LateReader(Func<Task> before) : TextReader
    {
        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
        {
            await before();
            return "y";
        }
    }
}
