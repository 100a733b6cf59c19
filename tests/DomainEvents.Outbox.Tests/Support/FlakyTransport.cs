namespace DomainEvents.Persistence.Tests.Support;

/// <summary>
/// A network before a transport: loses messages on their way there and answers on their way back, mixes the answers up, keeps silent, and
/// breaks. What it does follows from the seed. A connection that broke stays broken until <see cref="Reconnect"/>.
/// </summary>
internal sealed class FlakyTransport(IOutboxTransport receiver, int seed, bool losesSingleMessages) : IOutboxTransport
{
    private readonly Random _random = new(seed);
    private readonly Stack<TaskCompletionSource<PublishOutcome>> _late = [];
    private bool _isBroken;

    /// <summary>How many messages each kind of fault has met.</summary>
    public Dictionary<string, int> Faults { get; } = [];

    /// <summary>Messages that arrived again although the relay had been told that they had arrived.</summary>
    public List<Guid> DoubledWithoutCause { get; } = [];

    private HashSet<Guid> Confirmed { get; } = [];

    public void Reconnect()
    {
        _isBroken = false;
        _late.Clear();
    }

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken)
    {
        if (_isBroken)
        {
            return Answer(PublishOutcome.Unavailable("the connection is broken"));
        }

        switch (_random.Next(20))
        {
            case 0:
                _isBroken = true;
                return Count("lost on the way there with the connection", PublishOutcome.Unavailable("the connection broke"));
            case 1 when losesSingleMessages:
                return Count("lost alone on the way there", PublishOutcome.Retry("lost"));
            case 2:
                _isBroken = true;
                Deliver(message);
                return Count("answer lost with the connection", PublishOutcome.Unavailable("the connection broke"));
            case 3:
                Deliver(message);
                return Count("answer lost alone", PublishOutcome.Retry("no answer"));
            case 4:
                Deliver(message);
                Count("silence", default);
                return new ValueTask<PublishOutcome>(new TaskCompletionSource<PublishOutcome>().Task);
            case 5 or 6 or 7:
                Deliver(message);
                Count("late answer", default);
                return new ValueTask<PublishOutcome>(HoldAsync(message.Id, cancellationToken));
            default:
                Deliver(message);
                Confirmed.Add(message.Id);
                ReleaseLateAnswers();
                return Answer(PublishOutcome.Confirmed);
        }
    }

    private async Task<PublishOutcome> HoldAsync(Guid id, CancellationToken abandoned)
    {
        var answer = new TaskCompletionSource<PublishOutcome>();
        _late.Push(answer);
        var outcome = await answer.Task;
        if (!abandoned.IsCancellationRequested)
        {
            Confirmed.Add(id);
        }

        return outcome;
    }

    /// <summary>The last first.</summary>
    private void ReleaseLateAnswers()
    {
        while (_late.TryPop(out var answer))
        {
            answer.SetResult(PublishOutcome.Confirmed);
        }
    }

    private void Deliver(in OutboxMessage message)
    {
        if (Confirmed.Contains(message.Id))
        {
            DoubledWithoutCause.Add(message.Id);
        }

        var arrival = receiver.PublishAsync(message, CancellationToken.None);
        Assert.True(arrival.IsCompletedSuccessfully);
    }

    private ValueTask<PublishOutcome> Count(string fault, PublishOutcome outcome)
    {
        Faults[fault] = Faults.GetValueOrDefault(fault) + 1;
        return Answer(outcome);
    }

    private static ValueTask<PublishOutcome> Answer(PublishOutcome outcome) => ValueTask.FromResult(outcome);
}
