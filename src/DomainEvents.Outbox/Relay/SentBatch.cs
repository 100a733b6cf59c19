namespace DomainEvents.Persistence.Relay;

/// <summary>A batch on its way: collects the answers, and draws the conclusions when all are there.</summary>
internal sealed class SentBatch(IReadOnlyList<OutboxEntry> entries, OutboxOptions options)
{
    private readonly object _gate = new();
    private readonly SendResult[] _results = new SendResult[entries.Count];
    private readonly PublishOutcome[] _outcomes = new PublishOutcome[entries.Count];
    private readonly HashSet<string> _held = new(StringComparer.Ordinal);
    private string? _transportError;

    public IReadOnlyList<OutboxEntry> Entries => entries;

    /// <summary>Whether the transport said that it is down: nothing more need be sent.</summary>
    public bool IsTransportDown
    {
        get
        {
            lock (_gate)
            {
                return _transportError is not null;
            }
        }
    }

    /// <summary>Why the transport is down, once the conclusions are drawn.</summary>
    public string? TransportError => _transportError;

    /// <summary>Whether any message arrived.</summary>
    public bool IsAnyConfirmed { get; private set; }

    /// <summary>Whether an earlier message of the stream failed, so that later ones have to wait for it.</summary>
    public bool IsHeld(string streamId)
    {
        lock (_gate)
        {
            return streamId.Length > 0 && _held.Contains(streamId);
        }
    }

    public void Answer(int index, in PublishOutcome outcome, TimeSpan duration)
    {
        lock (_gate)
        {
            _results[index] = SendResult.Answered;
            _outcomes[index] = outcome;
            if (outcome.Kind == PublishOutcomeKind.Unavailable)
            {
                _transportError ??= outcome.Reason;
            }

            var holdsStream = outcome.Kind == PublishOutcomeKind.Reject
                ? options.OnDead == DeadMessagePolicy.HaltStream
                : outcome.Kind != PublishOutcomeKind.Confirmed;
            if (holdsStream)
            {
                _held.Add(entries[index].Message.StreamId);
            }
        }

        if (outcome.Kind == PublishOutcomeKind.Confirmed)
        {
            OutboxMetrics.Confirmed(entries[index].Message, entries[index].Waited + duration);
            OutboxProbe.Reached(OutboxStep.AfterConfirm);
        }
    }

    public void TimeOut(int index, string reason)
    {
        lock (_gate)
        {
            _results[index] = SendResult.TimedOut;
            _outcomes[index] = PublishOutcome.Unavailable(reason);
            _held.Add(entries[index].Message.StreamId);
        }
    }

    public void Abandon(int index) => Answer(index, default, TimeSpan.Zero);

    /// <summary>
    /// Decides what becomes of each message. After one that is to be sent again, the later ones of its stream are sent again too, also those
    /// that arrived: so the last thing that a receiver sees of the stream is in order.
    /// </summary>
    public void Conclude()
    {
        BlameTimeOuts();
        HashSet<string> held = new(StringComparer.Ordinal);
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            var stream = entry.Message.StreamId;
            if (_results[index] == SendResult.None || (stream.Length > 0 && held.Contains(stream)))
            {
                held.Add(stream);
                continue;
            }

            Conclude(entry, _outcomes[index]);
            if (entry.State is OutboxEntryState.Untouched or OutboxEntryState.Retry || entry.HaltsStream)
            {
                held.Add(stream);
            }
        }
    }

    private void Conclude(OutboxEntry entry, in PublishOutcome outcome)
    {
        switch (outcome.Kind)
        {
            case PublishOutcomeKind.Confirmed:
                IsAnyConfirmed = true;
                entry.Confirm();
                break;
            case PublishOutcomeKind.Reject:
                OutboxMetrics.Buried(entry.Message);
                entry.Bury(outcome.Reason ?? "The transport refused the message.", options.OnDead == DeadMessagePolicy.HaltStream);
                break;
            case PublishOutcomeKind.Retry when entry.Attempts + 1 >= options.MaxAttempts:
                OutboxMetrics.Buried(entry.Message);
                entry.Bury(
                    $"Given up after {entry.Attempts + 1} attempts. The last one: {outcome.Reason}", options.OnDead == DeadMessagePolicy.HaltStream);
                break;
            case PublishOutcomeKind.Retry:
                OutboxMetrics.Retried(entry.Message);
                entry.RetryAfter(
                    Backoff.Delay(entry.Attempts, options.RetryDelay, options.MaxRetryDelay, Random.Shared.NextDouble()),
                    outcome.Reason ?? "The transport did not take the message.");
                break;
            default:
                _transportError ??= outcome.Reason;
                break;
        }
    }

    /// <summary>
    /// A message that was not answered is to blame itself if a later one was: the transport works. Otherwise the transport is, and no message
    /// loses an attempt.
    /// </summary>
    private void BlameTimeOuts()
    {
        var isLaterConfirmed = false;
        for (var index = entries.Count - 1; index >= 0; index--)
        {
            if (_results[index] == SendResult.TimedOut && isLaterConfirmed)
            {
                _outcomes[index] = PublishOutcome.Retry(_outcomes[index].Reason!);
            }

            isLaterConfirmed |= _results[index] == SendResult.Answered && _outcomes[index].Kind == PublishOutcomeKind.Confirmed;
        }
    }
}
