namespace DomainEvents.Persistence;

/// <summary>Selects dead letters: those that match everything that is set. Nothing set selects all.</summary>
public sealed record DeadLetterFilter
{
    /// <summary>Selects every dead letter.</summary>
    public static DeadLetterFilter All { get; } = new();

    /// <summary>The message with this id.</summary>
    public Guid? Id { get; init; }

    /// <summary>Messages of this event type.</summary>
    public string? Type { get; init; }

    /// <summary>Messages of this stream.</summary>
    public string? StreamId { get; init; }

    /// <summary>Messages that were given up at this time or later.</summary>
    public DateTimeOffset? DiedFrom { get; init; }

    /// <summary>Messages that were given up before this time.</summary>
    public DateTimeOffset? DiedBefore { get; init; }

    /// <summary>At most this many, the oldest first; <see langword="null"/> for no limit.</summary>
    public int? Limit { get; init; }
}
