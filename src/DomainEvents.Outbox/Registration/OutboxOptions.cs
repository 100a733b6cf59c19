namespace DomainEvents.Persistence;

/// <summary>How the relay of an outbox works. Read when the host starts.</summary>
public sealed class OutboxOptions
{
    /// <summary>Whether this process sends messages. The default is <see langword="true"/>; a process that only writes may leave it to others.</summary>
    public bool RunRelay { get; set; } = true;

    /// <summary>Whether the tables are created or upgraded at start. The default is <see langword="true"/>; otherwise they are only checked.</summary>
    public bool CreateSchema { get; set; } = true;

    /// <summary>The name of this relay in the database: one that no other running relay has. The default is made of machine, process and chance.</summary>
    public string RelayName { get; set; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>The most partitions that this relay takes, of <see cref="OutboxPartition.Count"/>. The default is all.</summary>
    public int MaxPartitions { get; set; } = OutboxPartition.Count;

    /// <summary>The most messages that are read at once. The default is 1,000.</summary>
    public int BatchSize { get; set; } = 1000;

    /// <summary>The most messages that wait for the transport's answer at once. The default is 256.</summary>
    public int MaxOutstanding { get; set; } = 256;

    /// <summary>How long to wait for the transport's answer to a message, for transports that do not say so themselves. The default is 5 s.</summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a message is tried before it goes to the dead letters. The default is 10.</summary>
    public int MaxAttempts { get; set; } = 10;

    /// <summary>The wait before the second attempt; it doubles with each further one. The default is 1 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait between two attempts. The default is 5 minutes.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait before a transport that was down is tried again. The default is 30 s.</summary>
    public TimeSpan MaxCircuitDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a relay that died keeps its partitions. The default is 30 s.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest sleep when nothing wakes the relay; <see langword="null"/>, the default, is what suits the store.</summary>
    public TimeSpan? PollInterval { get; set; }

    /// <summary>How long a stopping relay waits for answers. The default is 10 s; the host's own time-out must be longer.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a stream goes on after one of its messages was given up. The default is <see cref="DeadMessagePolicy.SkipMessage"/>.</summary>
    public DeadMessagePolicy OnDead { get; set; }

    /// <summary>How strictly the order in a stream is kept. The default is <see cref="StreamOrder.Pipelined"/>.</summary>
    public StreamOrder Order { get; set; }

    /// <summary>How long the inbox remembers handled messages. The default is 7 days.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long dead letters are kept; <see langword="null"/>, the default, is for ever.</summary>
    public TimeSpan? DeadLetterRetention { get; set; }

    /// <summary>The age of the oldest message above which the health check says degraded. The default is 1 minute.</summary>
    public TimeSpan DegradedAge { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The age of the oldest message above which the health check says unhealthy. The default is 10 minutes.</summary>
    public TimeSpan UnhealthyAge { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether messages of one stream may only be sent one after the other.</summary>
    internal bool IsStrict => Order == StreamOrder.StrictPerStream || OnDead == DeadMessagePolicy.HaltStream;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(RelayName);
        ThrowIfNotIn(MaxPartitions, 1, OutboxPartition.Count, nameof(MaxPartitions));
        ThrowIfNotIn(BatchSize, 1, 100_000, nameof(BatchSize));
        ThrowIfNotIn(MaxOutstanding, 1, 100_000, nameof(MaxOutstanding));
        ThrowIfNotIn(MaxAttempts, 1, int.MaxValue, nameof(MaxAttempts));
        ThrowIfNotPositive(PublishTimeout, nameof(PublishTimeout));
        ThrowIfNotPositive(RetryDelay, nameof(RetryDelay));
        ThrowIfNotPositive(MaxRetryDelay, nameof(MaxRetryDelay));
        ThrowIfNotPositive(MaxCircuitDelay, nameof(MaxCircuitDelay));
        ThrowIfNotPositive(StopTimeout, nameof(StopTimeout));
        ThrowIfNotPositive(InboxRetention, nameof(InboxRetention));
        ThrowIfNotPositive(PollInterval ?? TimeSpan.MaxValue, nameof(PollInterval));
        ThrowIfNotPositive(DeadLetterRetention ?? TimeSpan.MaxValue, nameof(DeadLetterRetention));
        if (LeaseDuration < PublishTimeout + TimeSpan.FromSeconds(4))
        {
            throw new ArgumentOutOfRangeException(
                nameof(LeaseDuration),
                LeaseDuration,
                $"OutboxOptions.LeaseDuration must exceed PublishTimeout ({PublishTimeout}) by 4 s or more: near its end nothing is sent any more.");
        }
    }

    private static void ThrowIfNotIn(int value, int min, int max, string name)
    {
        if (value < min || value > max)
        {
            throw new ArgumentOutOfRangeException(name, value, $"OutboxOptions.{name} must be from {min} to {max}.");
        }
    }

    private static void ThrowIfNotPositive(TimeSpan value, string name)
    {
        if (value <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(name, value, $"OutboxOptions.{name} must be longer than nothing.");
        }
    }
}
