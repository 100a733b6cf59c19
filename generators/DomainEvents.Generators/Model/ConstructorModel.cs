using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Model;

/// <summary>The generated constructor.</summary>
internal sealed record ConstructorModel
{
    /// <summary><c>public</c>, <c>protected internal</c>, ...</summary>
    public required string Accessibility { get; init; }

    public bool SetsRequiredMembers { get; init; }

    /// <summary>In their final order: required ones first, the base's before the type's own in each group.</summary>
    public required EquatableArray<ParameterModel> Parameters { get; init; }

    /// <summary>Whether it names a type whose use is an error, and so must be obsolete itself.</summary>
    public bool NamesForbidden => Parameters.Items.Any(static parameter => parameter.TypeIsForbidden);
}

/// <summary>
/// One parameter and what it sets: a property, the base constructor's parameter, or both where the property overrides or hides one that
/// the base's constructor sets.
/// </summary>
internal sealed record ParameterModel
{
    /// <summary>The type as written, or fully qualified where its text would mean something else here.</summary>
    public required string Type { get; init; }

    /// <summary>The parameter's name without escape: <c>event</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The property it sets, escaped; <see langword="null"/> for one that only goes to the base's constructor.</summary>
    public string? Property { get; init; }

    /// <summary>The field behind the property, where the generated part has it: it takes the value instead; otherwise <see langword="null"/>.</summary>
    public string? Field { get; init; }

    /// <summary>The base constructor's parameter, without escape; <see langword="null"/> where the base gets nothing.</summary>
    public string? BaseParameter { get; init; }

    /// <summary>Whether the use of the property that is set is an error, save in code that is obsolete itself.</summary>
    public bool SetsForbidden { get; init; }

    /// <summary>Whether the use of the type is an error, save in code that is obsolete itself.</summary>
    public bool TypeIsForbidden { get; init; }

    public GuardKind Guard { get; init; }

    /// <summary>Whether it is nullable and so has the default <see langword="null"/>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The nullable context in which <see cref="Type"/> was written.</summary>
    public bool NullableEnabled { get; init; }

    /// <summary>The inner XML of the property's summary, or <see langword="null"/>.</summary>
    public string? Documentation { get; init; }
}

/// <summary>A property of a positional record, re-declared so that the constructor, <c>with</c> and deserialisers pass the guard.</summary>
internal sealed record PositionalPropertyModel
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required string Identifier { get; init; }

    public GuardKind Guard { get; init; }

    public bool NullableEnabled { get; init; }

    /// <summary>The <c>[property: ...]</c> lists of the parameter, without the target, ready to stand before the property; or empty.</summary>
    public string PropertyAttributes { get; init; } = "";

    /// <summary>Whether the use of the type is an error, save in code that is obsolete itself.</summary>
    public bool TypeIsForbidden { get; init; }

    /// <summary>Whether the user has marked the property as obsolete.</summary>
    public bool IsMarkedObsolete { get; init; }

    /// <summary>The text of the parameter's <c>&lt;param&gt;</c> element, or <see langword="null"/>.</summary>
    public string? Documentation { get; init; }
}

/// <summary>Which check a value passes. Overload resolution on <c>Guard</c> decides what it means for the type.</summary>
internal enum GuardKind
{
    None,
    Required,
    NotNull,
    NotDefault,

    /// <summary><c>dynamic</c>: the argument is cast to object, or the call would be bound at run time.</summary>
    RequiredObject,
}
