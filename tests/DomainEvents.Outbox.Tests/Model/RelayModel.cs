using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Tests.Support;
using DomainEvents.Tests.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace DomainEvents.Persistence.Tests.Model;

/// <summary>Two relays over one store, driven command by command, beside a list of what was committed.</summary>
internal sealed class RelayModel
{
    private const int MaxAttempts = 3;

    private readonly SqliteTestDatabase _database;
    private readonly Dictionary<string, int> _failures = [];
    private readonly ManualTime _time = new();
    private readonly ScriptedTransport _transport = new();
    private readonly OutboxRelay[] _relays;
    private readonly int[] _versions = new int[3];
    private readonly HashSet<string> _committed = [];
    private string? _fault;
    private int _round;

    public RelayModel(SqliteTestDatabase database)
    {
        _database = database;
        _transport.Answer = text => Task.FromResult(Answer(text));
        _relays = [Create("a"), Create("b")];
    }

    /// <summary>How the transport treats the next message.</summary>
    private Queue<PublishOutcome> Outcomes { get; } = new();

    private bool IsTransportDown { get; set; }

    /// <summary>Carries a command out. Every number is one.</summary>
    public async Task RunAsync(int command)
    {
        var stream = command / 20 % 3;
        await ((command % 20) switch
        {
            0 or 1 or 2 or 3 or 4 => CommitAsync(stream, 1 + (command % 3), commit: true),
            5 => CommitAsync(stream, 1, commit: false),
            6 or 7 or 8 or 9 => StepAsync(0),
            10 or 11 => StepAsync(1),
            12 => Do(() => IsTransportDown = true),
            13 => Do(() => IsTransportDown = false),
            14 => Do(() => Outcomes.Enqueue(PublishOutcome.Retry("busy"))),
            15 => Do(() => Outcomes.Enqueue(PublishOutcome.Reject("poison"))),
            16 => _database.EndRelaysAsync(),
            17 => _database.MakeDueAsync(),
            18 => _database.DeadLetters.ReplayAsync(DeadLetterFilter.All),
            _ => Do(() => _relays[stream % 2] = Create($"restarted-{_round++}")),
        });
    }

    /// <summary>Lets everything come to rest, and tells what is wrong; nothing if all is well.</summary>
    public async Task<string?> FinishAsync()
    {
        IsTransportDown = false;
        Outcomes.Clear();
        for (var round = 0; round < 100 && await _database.CountAsync("outbox") > 0; round++)
        {
            await _database.EndRelaysAsync();
            await _database.MakeDueAsync();
            await StepAsync(round % 2);
        }

        var arrived = Arrived.ToHashSet();
        var dead = (await _database.DeadLetters.QueryAsync(DeadLetterFilter.All).ToListAsync()).Select(letter => TestMessages.TextOf(letter.Message)).ToHashSet();
        return _fault is { } fault ? fault
            : _committed.FirstOrDefault(text => !arrived.Contains(text) && !dead.Contains(text)) is { } lost ? $"lost: {lost}"
            : arrived.Concat(dead).FirstOrDefault(text => !_committed.Contains(text)) is { } phantom ? $"phantom: {phantom}"
            : arrived.FirstOrDefault(dead.Contains) is { } both ? $"confirmed and dead: {both}"
            : FindDisorder();
    }

    private List<string> Arrived { get; } = [];

    private HashSet<string> Buried { get; } = [];

    private OutboxRelay Create(string name) => new(
        _database.Store,
        _transport,
        new OutboxOptions { RelayName = name, BatchSize = 5, Order = StreamOrder.StrictPerStream, MaxAttempts = MaxAttempts },
        new RelayStatus(),
        _time,
        NullLogger.Instance);

    private PublishOutcome Answer(string text)
    {
        if (IsTransportDown)
        {
            return PublishOutcome.Unavailable("down");
        }

        var outcome = Outcomes.TryDequeue(out var scripted) ? scripted : PublishOutcome.Confirmed;
        if (outcome.Kind == PublishOutcomeKind.Reject || (outcome.Kind == PublishOutcomeKind.Retry && (_failures[text] = _failures.GetValueOrDefault(text) + 1) >= MaxAttempts))
        {
            Buried.Add(text);
        }

        if (outcome.Kind == PublishOutcomeKind.Confirmed)
        {
            // No process dies and no lease ends while a message is on its way: nothing may arrive twice.
            _fault ??= Arrived.Contains(text) ? $"doubled: {text}" : null;
            Arrived.Add(text);
        }

        return outcome;
    }

    private async Task CommitAsync(int stream, int count, bool commit)
    {
        var messages = Enumerable.Range(1, count).Select(number => TestMessages.InStream($"s{stream}", _versions[stream] + number)).ToArray();
        await using var connection = await _database.ConnectAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // Inserted from the last to the first: the order is the versions', not the insertion's.
        await _database.Store.AppendAsync(transaction, messages.Reverse().ToArray());
        if (commit)
        {
            await transaction.CommitAsync();
            _versions[stream] += count;
            _committed.UnionWith(messages.Select(message => TestMessages.TextOf(message)));
        }
    }

    private Task StepAsync(int relay)
    {
        // Circuits and leases of the relay's own clock never keep it from a step that is asked for.
        _time.Advance(TimeSpan.FromMinutes(1));
        return _relays[relay].StepAsync(TimeSpan.FromSeconds(1), CancellationToken.None, CancellationToken.None);
    }

    /// <summary>A message that was given up once, or failed too often, may come later than its successors; no other may.</summary>
    private string? FindDisorder()
    {
        foreach (var stream in Arrived.Where(text => !Buried.Contains(text)).GroupBy(text => text.Split('/')[0]))
        {
            var versions = stream.Select(text => int.Parse(text.Split('/')[1])).ToList();
            if (!versions.SequenceEqual(versions.Order()))
            {
                return $"out of order: {stream.Key} as {string.Join(' ', versions)}";
            }
        }

        return null;
    }

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
