using Microsoft.Extensions.Logging;

namespace DomainEvents.Persistence.Relay;

/// <summary>
/// Sends what lies in the outbox. A step reads a batch, sends it and writes down what became of it; it never throws for what store and
/// transport do, because whoever runs the steps could only try again.
/// </summary>
internal sealed class OutboxRelay
{
    private readonly IOutboxStore _store;
    private readonly OutboxOptions _options;
    private readonly RelayStatus _status;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly LeaseHolder _leases;
    private readonly PublishPump _pump;
    private readonly Circuit _transportCircuit;
    private readonly Circuit _storeCircuit;
    private readonly OutboxBatch _batch = new();

    public OutboxRelay(
        IOutboxStore store, IOutboxTransport transport, OutboxOptions options, RelayStatus status, TimeProvider timeProvider, ILogger logger)
    {
        _store = store;
        _options = options;
        _status = status;
        _timeProvider = timeProvider;
        _logger = logger;
        _leases = new LeaseHolder(store, options, status, timeProvider);
        _pump = new PublishPump(transport, options, _leases, timeProvider);
        _transportCircuit = new Circuit(options.MaxCircuitDelay, timeProvider);
        _storeCircuit = new Circuit(options.MaxCircuitDelay, timeProvider);
    }

    /// <summary>Whether this relay owns the partition whose owner also does the chores that one relay does for all.</summary>
    public bool IsCaretaker => !_leases.IsLost && _leases.Leases.Any(lease => lease.Partition == 0);

    /// <summary>Does one round.</summary>
    /// <param name="poll">How long to sleep when there is nothing to do.</param>
    /// <param name="stopping">Nothing more is sent once it is cancelled.</param>
    /// <param name="abandon">Nothing is waited for once it is cancelled.</param>
    /// <returns>How long to sleep, unless something wakes the relay.</returns>
    public async Task<TimeSpan> StepAsync(TimeSpan poll, CancellationToken stopping, CancellationToken abandon)
    {
        _status.Beat(_timeProvider.GetTimestamp());
        var wait = Max(_storeCircuit.Remaining, _transportCircuit.Remaining);
        if (_storeCircuit.Remaining > TimeSpan.Zero)
        {
            return wait;
        }

        try
        {
            await _leases.RefreshAsync(abandon).ConfigureAwait(false);
            var next = wait > TimeSpan.Zero ? wait : await WorkAsync(poll, stopping, abandon).ConfigureAwait(false);
            ReportStoreUp();
            return Min(next, _leases.UntilNextQuestion);
        }
        catch (OperationCanceledException) when (abandon.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception exception)
        {
            ReportStoreDown(exception);
            return _storeCircuit.Remaining;
        }
    }

    /// <summary>Gives the partitions back, so that another relay can go on at once.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _leases.LeaveAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            RelayLog.LeaveFailed(_logger, exception);
        }
    }

    private async Task<TimeSpan> WorkAsync(TimeSpan poll, CancellationToken stopping, CancellationToken abandon)
    {
        var leases = _leases.Leases;
        var start = _timeProvider.GetTimestamp();
        var count = await _store.ReadAsync(leases, _batch, _options.BatchSize, _options.LeaseDuration, abandon).ConfigureAwait(false);
        if (_batch.LeaseLost)
        {
            ReportLeaseLost();
            return TimeSpan.Zero;
        }

        if (count == 0)
        {
            return _batch.NextDue is { } due ? Min(due, poll) : poll;
        }

        _leases.NoteRenewal(start);
        OutboxProbe.Reached(OutboxStep.AfterRead);
        var sent = await SendAsync(stopping, abandon).ConfigureAwait(false);
        sent.Conclude();
        if (!await _store.CompleteAsync(leases, _batch, CancellationToken.None).ConfigureAwait(false))
        {
            ReportLeaseLost();
        }

        ReportBatch(sent);
        return _transportCircuit.Remaining;
    }

    private async Task<SentBatch> SendAsync(CancellationToken stopping, CancellationToken abandon)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(abandon);
        var keeper = _leases.KeepAsync(done.Token);
        try
        {
            return await _pump.RunAsync(_batch.Entries, stopping, abandon).ConfigureAwait(false);
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await keeper.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void ReportBatch(SentBatch sent)
    {
        foreach (var entry in _batch.Entries)
        {
            if (entry.State == OutboxEntryState.Dead)
            {
                RelayLog.Buried(_logger, entry.Message.Id, entry.Message.Type, entry.Reason!);
            }
        }

        if (sent.TransportError is { } error)
        {
            _status.TransportError = error;
            if (_transportCircuit.Fail())
            {
                RelayLog.TransportDown(_logger, error);
            }
        }
        else if (_transportCircuit.Succeed())
        {
            _status.TransportError = null;
            RelayLog.TransportUp(_logger);
        }
    }

    private void ReportLeaseLost()
    {
        _leases.Lose();
        RelayLog.LeaseLost(_logger);
    }

    private void ReportStoreDown(Exception exception)
    {
        _status.StoreError = exception.Message;
        if (_storeCircuit.Fail())
        {
            RelayLog.StoreDown(_logger, exception);
        }
    }

    private void ReportStoreUp()
    {
        if (_storeCircuit.Succeed())
        {
            _status.StoreError = null;
            RelayLog.StoreUp(_logger);
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
