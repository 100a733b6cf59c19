namespace DomainEvents;

/// <summary>
/// Marks a partial class or record class as a domain event. The source generator adds a guarded constructor, the members of
/// <see cref="IDomainEvent"/>, the constants <c>EventTypeName</c> and <c>EventTypeVersion</c>, and an entry in <c>EventTypes</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DomainEventAttribute : Attribute
{
    /// <summary>Marks an event whose event type is inferred from the type's name: <c>StrategyCreated</c> is <c>strategy.created</c>.</summary>
    public DomainEventAttribute()
    {
    }

    /// <summary>Marks an event with an event type of its own.</summary>
    /// <param name="eventType">Two or more lower snake_case segments, <c>domain.action</c>; free text without spaces for external events.</param>
    public DomainEventAttribute(string eventType) => EventType = eventType;

    /// <summary>The event type as written in the attribute, or <see langword="null"/> when it is inferred from the type's name.</summary>
    public string? EventType { get; }

    /// <summary>The version of the event's shape. Type identity is event type and version. The default is 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether raised events go through the outbox. The default is <see langword="false"/>.</summary>
    public bool Durable { get; set; }

    /// <summary>Whether the event is raised or handled outside this code base. The default is <see langword="false"/>.</summary>
    public bool External { get; set; }

    /// <summary>Whether instances are rented from and returned to a pool. The default is <see langword="false"/>.</summary>
    public bool Pooled { get; set; }

    /// <summary>Whether a constructor is generated. The default is <see langword="true"/>.</summary>
    public bool GenerateConstructor { get; set; } = true;

    /// <summary>The accessibility of the generated constructor. The default is <see cref="ConstructorAccessibility.Public"/>.</summary>
    public ConstructorAccessibility ConstructorAccessibility { get; set; }

    /// <summary>Whether settable properties become constructor parameters too. The default is <see langword="false"/>.</summary>
    public bool IncludeSettable { get; set; }
}
