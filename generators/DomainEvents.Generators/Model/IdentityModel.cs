namespace DomainEvents.Generators.Model;

/// <summary>Where the members of <c>IDomainEvent</c> come from.</summary>
internal sealed record IdentityModel
{
    /// <summary>Whether the generated part derives from <c>DomainEvents.DomainEvent</c>, which supplies id and time.</summary>
    public bool DerivesFromDomainEvent { get; init; }

    /// <summary>
    /// Whether the generated part names <c>IDomainEvent</c>: false where a base that is an event has it already and nothing is
    /// re-implemented, and where the base is in error, when nothing of the interface is generated at all.
    /// </summary>
    public bool ImplementsInterface { get; init; }

    /// <summary>How the generated constructor hands over the index of the event's type.</summary>
    public IndexHandover Index { get; init; }

    /// <summary>
    /// <see cref="MemberSupply.Generate"/>: nothing has it. For id and time generated together, the part holds a stamp.
    /// </summary>
    public MemberSupply EventId { get; init; }

    public MemberSupply OccurredAt { get; init; }

    public MemberSupply EventType { get; init; }

    public MemberSupply EventVersion { get; init; }

    /// <summary>Whether a base has a constant <c>EventTypeName</c>, so that ours needs <c>new</c>.</summary>
    public bool HidesEventTypeName { get; init; }

    public bool HidesEventTypeVersion { get; init; }

    /// <summary>Whether the user declares a member called <c>EventTypeName</c>, so that ours is left out.</summary>
    public bool DeclaresEventTypeName { get; init; }

    public bool DeclaresEventTypeVersion { get; init; }
}

/// <summary>What is to be done about one member of <c>IDomainEvent</c>.</summary>
internal enum MemberSupply
{
    /// <summary>Generated; virtual unless the type is sealed.</summary>
    Generate,

    /// <summary>The user's type or a base has it and it is right as it is.</summary>
    Keep,

    /// <summary>A base has it virtual or abstract and it must say something else here.</summary>
    Override,

    /// <summary>A base has it non-virtual: hidden by <c>new</c> and re-implemented on the interface.</summary>
    Reimplement,

    /// <summary>Something of the user's has the name and cannot implement the interface, which is implemented explicitly.</summary>
    Explicit,
}

internal enum IndexHandover
{
    /// <summary>The type is found by its handle.</summary>
    None,

    /// <summary><c>: base(index)</c>.</summary>
    BaseConstructor,

    /// <summary><c>SetEventTypeIndex(index)</c> in the body: the base is an event that handed over its own.</summary>
    Body,
}
