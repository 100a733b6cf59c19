namespace DomainEvents;

/// <summary>Something that happened in the domain. Implemented by the source generator on types marked <see cref="DomainEventAttribute"/>.</summary>
public interface IDomainEvent
{
    /// <summary>Identifies this occurrence: a version 7 UUID, increasing in the process.</summary>
    Guid EventId { get; }

    /// <summary>When it happened, in UTC.</summary>
    DateTimeOffset OccurredAt { get; }

    /// <summary>What happened, in the form <c>domain.action</c>: <c>strategy.created</c>. The same in every process and release.</summary>
    string EventType { get; }

    /// <summary>The version of the event's shape. The default is 1.</summary>
    int EventVersion => 1;
}
