namespace DomainEvents.Persistence.Relay;

/// <summary>
/// Hands the messages of a batch to the transport, in order, without waiting for the answer to one before sending the next. It stops when
/// the transport is down, when the leases near their end, and when the host stops; then it waits for the answers that are still due.
/// </summary>
internal sealed class PublishPump(IOutboxTransport transport, OutboxOptions options, LeaseHolder leases, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _timeout = transport.PublishTimeout ?? options.PublishTimeout;
    private readonly int _maxOutstanding = Math.Min(options.MaxOutstanding, transport.MaxOutstanding ?? int.MaxValue);

    /// <summary>Sends a batch.</summary>
    /// <param name="entries">The messages.</param>
    /// <param name="stopping">Nothing more is sent once it is cancelled; answers are still waited for.</param>
    /// <param name="abandon">Answers are not waited for any longer.</param>
    public async Task<SentBatch> RunAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken stopping, CancellationToken abandon)
    {
        var batch = new SentBatch(entries, options);
        using var window = new SemaphoreSlim(_maxOutstanding, _maxOutstanding);
        List<Task> sends = new(entries.Count);
        Dictionary<string, Task> lastOfStream = new(StringComparer.Ordinal);
        for (var index = 0; index < entries.Count; index++)
        {
            var stream = entries[index].Message.StreamId;
            if (options.IsStrict && stream.Length > 0 && lastOfStream.TryGetValue(stream, out var last))
            {
                await last.ConfigureAwait(false);
            }

            await window.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            if (batch.IsTransportDown || stopping.IsCancellationRequested || !MaySend())
            {
                window.Release();
                break;
            }

            if (batch.IsHeld(stream))
            {
                window.Release();
                continue;
            }

            var send = SendAsync(batch, index, window, abandon);
            sends.Add(send);
            if (options.IsStrict && stream.Length > 0)
            {
                lastOfStream[stream] = send;
            }
        }

        await Task.WhenAll(sends).ConfigureAwait(false);
        return batch;
    }

    /// <summary>A message may not be on its way when another relay takes over.</summary>
    private bool MaySend()
    {
        var needed = _timeout == Timeout.InfiniteTimeSpan ? s_margin : _timeout + s_margin;
        return !leases.IsLost && leases.Remaining >= needed;
    }

    private async Task SendAsync(SentBatch batch, int index, SemaphoreSlim window, CancellationToken abandon)
    {
        var entry = batch.Entries[index];
        var start = timeProvider.GetTimestamp();
        (string? Type, string? Reason) error = default;
        SendActivity? send = null;
        try
        {
            send = SendActivity.Start(transport, entry.Message);
            var outcome = await AskAsync(entry, abandon).ConfigureAwait(false);
            error = outcome.Kind == PublishOutcomeKind.Confirmed ? default : (outcome.Kind.ToString(), outcome.Reason);
            batch.Answer(index, outcome, timeProvider.GetElapsedTime(start));
        }
        catch (TimeoutException)
        {
            error = ("timeout", $"The transport did not answer within {_timeout.TotalSeconds:0.###} s.");
            batch.TimeOut(index, error.Reason);
        }
        catch (OperationCanceledException exception) when (abandon.IsCancellationRequested)
        {
            // The relay is stopping: nothing is known of the message, and it is sent again.
            error = (exception.GetType().FullName, exception.Message);
            batch.Abandon(index);
        }
        catch (Exception exception)
        {
            error = (exception.GetType().FullName, exception.Message);
            batch.Answer(index, PublishOutcome.Retry($"{exception.GetType().Name}: {exception.Message}"), timeProvider.GetElapsedTime(start));
        }
        finally
        {
            window.Release();
            send?.End(error.Type, error.Reason);
            send?.Dispose();
            OutboxMetrics.Sent(transport, entry.Message, timeProvider.GetElapsedTime(start), error.Type);
        }
    }

    private async Task<PublishOutcome> AskAsync(OutboxEntry entry, CancellationToken abandon)
    {
        if (_timeout == Timeout.InfiniteTimeSpan)
        {
            return await transport.PublishAsync(entry.Message, abandon).ConfigureAwait(false);
        }

        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(abandon);
        var answer = transport.PublishAsync(entry.Message, cancellation.Token);
        OutboxProbe.Reached(OutboxStep.AfterSend);
        if (answer.IsCompleted)
        {
            return await answer.ConfigureAwait(false);
        }

        try
        {
            // Not left to the transport: one that hangs may not heed its token either.
            return await answer.AsTask().WaitAsync(_timeout, timeProvider, abandon).ConfigureAwait(false);
        }
        finally
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
        }
    }
}
