using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>What <c>[DomainEvent(...)]</c> says, from its text or from its symbol.</summary>
internal sealed record EventAttributeValues
{
    /// <summary>What is taken where the compilation knows no value: the event gets no name, for none must be invented.</summary>
    public static readonly EventAttributeValues Unknown = new() { Naming = EventNaming.Unknown };

    public EventNaming Naming { get; init; }

    /// <summary>The event type, where <see cref="Naming"/> is <see cref="EventNaming.Given"/>.</summary>
    public string? EventType { get; init; }

    /// <summary><see langword="null"/> where none is given.</summary>
    public int? Version { get; init; }

    public bool External { get; init; }

    public bool GenerateConstructor { get; init; } = true;

    public AccessLevel ConstructorAccessibility { get; init; } = AccessLevel.Public;

    public bool IncludeSettable { get; init; }

    public bool Pooled { get; init; }

    public static EventAttributeValues From(AttributeData attribute)
    {
        var values = new EventAttributeValues();
        if (attribute.AttributeConstructor is not { } constructor)
        {
            values = Unknown;
        }
        else if (constructor.Parameters.Length == 1)
        {
            values = FromArgument(attribute.ConstructorArguments);
        }

        foreach (var argument in attribute.NamedArguments)
        {
            values = (argument.Key, argument.Value.Value) switch
            {
                ("Version", int version) => values with { Version = version },
                ("External", bool external) => values with { External = external },
                ("GenerateConstructor", bool generate) => values with { GenerateConstructor = generate },
                ("ConstructorAccessibility", int level) => values with
                {
                    ConstructorAccessibility = AccessLevels.FromConstructorAccessibility(level),
                },
                ("IncludeSettable", bool include) => values with { IncludeSettable = include },
                ("Pooled", bool pooled) => values with { Pooled = pooled },
                _ => values,
            };
        }

        return values;
    }

    private static EventAttributeValues FromArgument(ImmutableArray<TypedConstant> arguments)
    {
        if (arguments.Length != 1 || arguments[0].Kind != TypedConstantKind.Primitive)
        {
            return Unknown;
        }

        return arguments[0].Value is string eventType
            ? new EventAttributeValues { Naming = EventNaming.Given, EventType = eventType }
            : new EventAttributeValues();
    }
}

/// <summary>Where an event's name comes from.</summary>
internal enum EventNaming
{
    /// <summary>The attribute gives none: the type's name decides.</summary>
    Inferred,

    Given,

    /// <summary>The attribute gives an expression that has no constant value.</summary>
    Unknown,
}
