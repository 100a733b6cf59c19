namespace DomainEvents.Persistence.Relay;

/// <summary>
/// The partitions of this relay, and until when it may count on them. The end is reckoned on this process's own clock from before the
/// question was put, so that it is never later than the database's.
/// </summary>
internal sealed class LeaseHolder(IOutboxStore store, OutboxOptions options, RelayStatus status, TimeProvider timeProvider)
{
    private readonly object _gate = new();
    private long _askedAt;
    private long _renewedAt;
    private bool _isLost = true;

    /// <summary>The leases. Replaced, never changed.</summary>
    public IReadOnlyList<PartitionLease> Leases { get; private set; } = [];

    /// <summary>Whether a store or a clock said that the leases no longer hold.</summary>
    public bool IsLost
    {
        get
        {
            lock (_gate)
            {
                return _isLost;
            }
        }
    }

    private TimeSpan Third => options.LeaseDuration / 3;

    /// <summary>How much of the lease time is left.</summary>
    public TimeSpan Remaining
    {
        get
        {
            lock (_gate)
            {
                return _isLost ? TimeSpan.Zero : options.LeaseDuration - timeProvider.GetElapsedTime(_renewedAt);
            }
        }
    }

    /// <summary>How long until the share is to be asked for again.</summary>
    public TimeSpan UntilNextQuestion
    {
        get
        {
            lock (_gate)
            {
                var left = _isLost ? TimeSpan.Zero : Third - timeProvider.GetElapsedTime(_askedAt);
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Asks for the share if it is time, and gives back what is above it. Only between two batches.</summary>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        if (UntilNextQuestion > TimeSpan.Zero)
        {
            return;
        }

        var held = Leases;
        var start = timeProvider.GetTimestamp();
        var share = await store.AcquireAsync(options.RelayName, options.MaxPartitions, options.LeaseDuration, cancellationToken)
            .ConfigureAwait(false);
        Leases = share;
        status.Leases = share.Count;
        lock (_gate)
        {
            _askedAt = _renewedAt = start;
            _isLost = false;
        }

        OutboxProbe.Reached(OutboxStep.AfterAcquire);
        var excess = held.Except(share).ToList();
        if (excess.Count > 0)
        {
            await store.ReleaseAsync(excess, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The store has renewed the leases along with something else.</summary>
    public void NoteRenewal(long startedAt)
    {
        lock (_gate)
        {
            _renewedAt = startedAt;
        }
    }

    public void Lose()
    {
        lock (_gate)
        {
            _isLost = true;
        }
    }

    /// <summary>Renews the leases while a batch is on its way, until it is cancelled or they are lost.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        while (!IsLost)
        {
            await Task.Delay(Third, timeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                var start = timeProvider.GetTimestamp();
                if (!await store.RenewAsync(Leases, options.LeaseDuration, cancellationToken).ConfigureAwait(false))
                {
                    Lose();
                    return;
                }

                NoteRenewal(start);
                OutboxProbe.Reached(OutboxStep.AfterRenew);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The leases hold until they end: the next try may succeed, and the batch's own end will tell.
            }
        }
    }

    /// <summary>Gives everything back.</summary>
    public async ValueTask LeaveAsync(CancellationToken cancellationToken)
    {
        OutboxProbe.Reached(OutboxStep.BeforeRelease);
        Lose();
        var held = Leases;
        Leases = [];
        status.Leases = 0;
        await store.ReleaseAsync(held, cancellationToken).ConfigureAwait(false);
        await store.LeaveAsync(options.RelayName, cancellationToken).ConfigureAwait(false);
    }
}
