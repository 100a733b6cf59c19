namespace DomainEvents.Persistence.Relay;

/// <summary>What health checks and metrics say of the relay of this process. Written by the relay, read by any thread.</summary>
internal sealed class RelayStatus
{
    private long _heartbeat;
    private int _leases;
    private string? _transportError;
    private string? _storeError;
    private OutboxStatistics? _statistics;

    /// <summary>Whether the relay has run at all.</summary>
    public bool HasStarted => Interlocked.Read(ref _heartbeat) != 0;

    /// <summary>When the relay last went round, as a time stamp of the time provider.</summary>
    public long Heartbeat => Interlocked.Read(ref _heartbeat);

    /// <summary>How many partitions it owns.</summary>
    public int Leases
    {
        get => Volatile.Read(ref _leases);
        set => Volatile.Write(ref _leases, value);
    }

    /// <summary>Why the transport is considered down.</summary>
    public string? TransportError
    {
        get => Volatile.Read(ref _transportError);
        set => Volatile.Write(ref _transportError, value);
    }

    /// <summary>Why the store cannot be reached.</summary>
    public string? StoreError
    {
        get => Volatile.Read(ref _storeError);
        set => Volatile.Write(ref _storeError, value);
    }

    /// <summary>The last count.</summary>
    public OutboxStatistics? Statistics
    {
        get => Volatile.Read(ref _statistics);
        set => Volatile.Write(ref _statistics, value);
    }

    public void Beat(long timestamp) => Interlocked.Exchange(ref _heartbeat, timestamp);
}
