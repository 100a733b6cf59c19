using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>
/// One partial declaration of a type, as text: a function of its file alone. It holds no position, so that an edit above the
/// declaration leaves it equal.
/// </summary>
internal sealed record TypePart
{
    /// <summary>As <see cref="EventModel.Key"/>: the parts of one type have one key.</summary>
    public required string Key { get; init; }

    public required string FilePath { get; init; }

    public required Surroundings Surroundings { get; init; }

    /// <summary><c>class</c>, <c>record</c>, <c>struct</c>, <c>record struct</c> or <c>interface</c>.</summary>
    public required string Keyword { get; init; }

    public required string Identifier { get; init; }

    public required string Name { get; init; }

    public required string TypeParameters { get; init; }

    public required string ConstraintClauses { get; init; }

    /// <summary>The containing types' names, outermost first, separated by <c>+</c>; or empty.</summary>
    public string ContainerNames { get; init; } = "";

    public TypeModifiers Modifiers { get; init; }

    /// <summary>The accessibility keywords as written, or empty.</summary>
    public string Accessibility { get; init; } = "";

    /// <summary>No part of ours can join this one: a container is not partial, or the declaration is half-typed.</summary>
    public bool IsUnreachable { get; init; }

    /// <summary>The first type of the base list, which alone can be a class; or <see langword="null"/>.</summary>
    public string? BaseType { get; init; }

    public bool HasParameterList { get; init; }

    public bool? NullableEnabled { get; init; }

    public EquatableArray<AttributeUse> Attributes { get; init; }

    public EquatableArray<MemberPart> Members { get; init; }

    /// <summary>The parameter list of a record.</summary>
    public EquatableArray<PositionalPart> Positional { get; init; }

    /// <summary>The instance constructors, each as the types of its parameters.</summary>
    public EquatableArray<EquatableArray<string>> Constructors { get; init; }

    /// <summary>
    /// For records: the names of fields and properties, which keep a parameter's property from being generated. For all: names that a
    /// pooled event's generated members would have.
    /// </summary>
    public EquatableArray<string> MemberNames { get; init; }

    /// <summary>The partial properties whose implementing part the user has written.</summary>
    public EquatableArray<string> ImplementedPartials { get; init; }

    public IdentityMembers Declared { get; init; }

    /// <summary>Those of <see cref="Declared"/> that are written with <c>override</c>.</summary>
    public IdentityMembers Overridden { get; init; }

    /// <summary>Those of <see cref="Declared"/> that implement the interface explicitly.</summary>
    public IdentityMembers Explicit { get; init; }

    /// <summary>Those of <see cref="Declared"/> that cannot implement the interface, as their text says: no public property.</summary>
    public IdentityMembers Unfit { get; init; }

    /// <summary>Those of <see cref="Declared"/> whose type has another name than the interface's: an alias, or another type.</summary>
    public EquatableArray<DoubtfulMember> Doubtful { get; init; }
}

/// <summary>A property called like one of the interface, whose type may not be the interface's.</summary>
internal sealed record DoubtfulMember(IdentityMembers Member, MemberPart Property);

/// <summary>An attribute on a type.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="SimpleName">Its last segment.</param>
/// <param name="Known">What it is by its own name or by an alias of its file, unless a rival bears the name.</param>
/// <param name="IsAlias">Whether an alias of its file gave <paramref name="Known"/>.</param>
/// <param name="IsSimple">Whether it is a single identifier, which a global alias may stand behind.</param>
/// <param name="Values">The arguments, or <see langword="null"/> where one of them is more than a literal.</param>
internal sealed record AttributeUse(
    string Name,
    string SimpleName,
    KnownAttributes Known,
    bool IsAlias,
    bool IsSimple,
    EventAttributeValues? Values);

/// <summary>A property that may become a parameter, or a <c>required</c> field.</summary>
internal sealed record MemberPart
{
    public required string Name { get; init; }

    public required string Type { get; init; }

    /// <summary>The type where it is a single identifier: an alias may stand behind it. Otherwise empty.</summary>
    public string TypeIdentifier { get; init; } = "";

    /// <summary>The last segment of the type's name without arguments; empty for types without a name.</summary>
    public string TypeSimpleName { get; init; } = "";

    public TypeShape Shape { get; init; }

    public bool HoldsPointer { get; init; }

    /// <summary>Whether the type's simple name is an alias of the same file.</summary>
    public bool IsFileAlias { get; init; }

    /// <summary>Whether the text means the same everywhere: a keyword.</summary>
    public bool IsPredefined { get; init; }

    public bool IsPublic { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Whether its use is an error: <c>[Obsolete("...", error: true)]</c>.</summary>
    public bool IsForbidden { get; init; }

    /// <summary>Whether it may be obsolete, so that its type's use may be an error and no news to the user.</summary>
    public bool IsObsolete { get; init; }

    /// <summary>Settable from outside, so a parameter only on demand.</summary>
    public bool IsSettable { get; init; }

    /// <summary>For a partial property what its implementing part repeats; otherwise <see langword="null"/>.</summary>
    public PartialPropertyText? Partial { get; init; }

    /// <summary>Written with <c>override</c> or <c>new</c>.</summary>
    public bool ReplacesBaseMember { get; init; }

    public bool? NullableEnabled { get; init; }

    public EquatableArray<AttributeUse> Attributes { get; init; }

    public string? Documentation { get; init; }
}

/// <summary>A parameter of a positional record.</summary>
/// <param name="Member">Name, type and attributes, as of a property.</param>
/// <param name="PropertyAttributes">The <c>[property: ...]</c> lists without their target.</param>
/// <param name="IsMarkedObsolete">Whether one of these lists marks the property as obsolete.</param>
internal sealed record PositionalPart(MemberPart Member, string PropertyAttributes, bool IsMarkedObsolete);

/// <summary>What a type's text says about how its values are checked.</summary>
internal enum TypeShape
{
    /// <summary>Any named type or array: overload resolution on the guard decides.</summary>
    Named,

    /// <summary>A value type for certain.</summary>
    Value,

    Nullable,
    Pointer,
    Dynamic,

    /// <summary>A type parameter that may stand for a nullable type.</summary>
    OpenTypeParameter,

    /// <summary>
    /// Text alone does not tell: <c>dynamic</c>, <c>Nullable&lt;T&gt;</c>, an alias of a nullable type, a type parameter whose
    /// constraints may stand on another part.
    /// </summary>
    Unknown,
}

/// <summary>Modifiers that decide whether and how a part is generated.</summary>
[Flags]
internal enum TypeModifiers
{
    None = 0,
    Abstract = 1,
    Sealed = 2,
    Static = 4,
    File = 8,
}

/// <summary>The members of an event that the generated part supplies unless the user does.</summary>
[Flags]
internal enum IdentityMembers
{
    None = 0,
    EventId = 1,
    OccurredAt = 2,
    EventType = 4,
    EventVersion = 8,
    EventTypeName = 16,
    EventTypeVersion = 32,
}
