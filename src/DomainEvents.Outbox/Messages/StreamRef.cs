namespace DomainEvents.Persistence;

/// <summary>
/// What an event belongs to, an aggregate as a rule. Events of one stream reach the broker in the order of their versions; events of
/// different streams in any order.
/// </summary>
/// <param name="Id">The stream's name, unique in the outbox: <c>strategy-S-1</c>. Empty or null for an event that has no order to keep.</param>
/// <param name="Version">
/// The version to which the event brought the aggregate, from zero on; <see langword="null"/> when it keeps none. Without a version the
/// order is that of insertion, which is right only when all writers of the stream hold one row lock before they insert.
/// </param>
public readonly record struct StreamRef(string Id, long? Version = null)
{
    /// <summary>The largest number of events that one version can carry.</summary>
    public const int MaxEventsPerVersion = 1 << OrdinalBits;

    private const int OrdinalBits = 16;
    private const long MaxVersion = (1L << (62 - OrdinalBits)) - 1;

    /// <summary>The place of an event in the stream, as <see cref="OutboxMessage.StreamSeq"/> holds it.</summary>
    /// <param name="ordinal">The number of the event among those of the same version, from zero on.</param>
    /// <returns>A number that increases with version and ordinal; zero without a version.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal or the version is negative or too large.</exception>
    public long SequenceOf(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, MaxEventsPerVersion);
        if (Version is not { } version || string.IsNullOrEmpty(Id))
        {
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(version, nameof(Version));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(version, MaxVersion, nameof(Version));
        return ((version + 1) << OrdinalBits) | (long)ordinal;
    }
}
