namespace DomainEvents.Generators.Reading.Questions;

/// <summary>What a base type has of an event, our own output included.</summary>
internal sealed record BaseIdentity
{
    public static readonly BaseIdentity None = new();

    /// <summary>Whether it is an event, by its own declaration or by our output.</summary>
    public bool IsEvent { get; init; }

    /// <summary>Whether its chain ends in <c>DomainEvent</c>, which takes the index of the event's type.</summary>
    public bool TakesIndex { get; init; }

    public BaseMember EventId { get; init; }

    public BaseMember OccurredAt { get; init; }

    public BaseMember EventType { get; init; }

    public BaseMember EventVersion { get; init; }

    public bool HasEventTypeName { get; init; }

    public bool HasEventTypeVersion { get; init; }
}

/// <summary>What a base says about one member of <c>IDomainEvent</c>.</summary>
internal enum BaseMember
{
    Missing,

    /// <summary>It cannot be overridden.</summary>
    Fixed,

    Virtual,

    Abstract,

    /// <summary>Implemented where it cannot be named: explicitly, or by an interface.</summary>
    Hidden,

    /// <summary>Something else has the name.</summary>
    Foreign,

    /// <summary>Implemented explicitly, for something else has the name.</summary>
    Shadowed,
}
