using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>What the compilation said, as text and flags: no symbol survives the question.</summary>
internal abstract record Answer;

/// <summary>The known attribute that a name means; none for a foreign one.</summary>
internal sealed record AttributeAnswer(KnownAttributes Attribute) : Answer;

/// <summary>The attribute's values; <see langword="null"/> where the event does not bear our attribute.</summary>
internal sealed record ValuesAnswer(EventAttributeValues? Values) : Answer;

/// <summary>A member's type.</summary>
/// <param name="Shape">How its values are checked.</param>
/// <param name="IsNullableValue">Whether it is a nullable value type rather than a nullable reference.</param>
/// <param name="FullName">Its name as it may be written anywhere, or <see langword="null"/> where it does not resolve.</param>
/// <param name="IsOwnType">Whether it is the event itself.</param>
/// <param name="Access">The strictest access that a member naming the type needs beside the event's own.</param>
/// <param name="IsForbidden">Whether its use is an error, save in code that is obsolete itself.</param>
internal sealed record TypeAnswer(
    TypeShape Shape,
    bool IsNullableValue,
    string? FullName,
    bool IsOwnType,
    AccessLevel Access,
    bool IsForbidden) : Answer
{
    public static readonly TypeAnswer Unresolved = new(TypeShape.Named, false, null, false, AccessLevel.Public, false);
}

/// <summary>Whether the user's type has the constructor that would be generated.</summary>
internal sealed record OwnConstructorAnswer(bool Exists) : Answer;

/// <summary>Whether something of the user's stands where the class <c>EventTypes</c> would.</summary>
internal sealed record HomeAnswer(bool IsTaken) : Answer;

/// <summary>What is generated for an aggregate.</summary>
internal sealed record AggregateAnswer(AggregateMembers Members, bool IsSealed) : Answer;

/// <summary>A base type, together with what our own output will add to it.</summary>
internal sealed record BaseAnswer : Answer
{
    public static readonly BaseAnswer Unresolved = new() { Kind = BaseKind.Error };

    public static readonly BaseAnswer Nothing = new() { Kind = BaseKind.None };

    public BaseKind Kind { get; init; }

    /// <summary>What it supplies of an event's members.</summary>
    public BaseIdentity Identity { get; init; } = BaseIdentity.None;

    /// <summary>The constructor to pass values to; <see langword="null"/> where none is usable.</summary>
    public BaseConstructor? Constructor { get; init; }

    /// <summary>Required members that the constructor does not set.</summary>
    public EquatableArray<BaseParameter> RequiredMembers { get; init; }

    /// <summary>The instance fields and properties that a positional parameter of the same name would mean.</summary>
    public EquatableArray<string> MemberNames { get; init; }
}

/// <summary>A base constructor that a generated one may call.</summary>
internal sealed record BaseConstructor(EquatableArray<BaseParameter> Parameters, bool SetsRequiredMembers, AccessLevel Access);

/// <summary>A parameter or required member of a base.</summary>
/// <param name="Name">Without escape.</param>
/// <param name="Type">Fully qualified.</param>
/// <param name="Shape">How its values are checked.</param>
/// <param name="IsForbidden">Whether the use of the member is an error, save in code that is obsolete itself.</param>
/// <param name="TypeIsForbidden">Whether the use of its type is.</param>
internal sealed record BaseParameter(string Name, string Type, TypeShape Shape, bool IsForbidden, bool TypeIsForbidden);

internal enum BaseKind
{
    /// <summary><c>object</c>, or interfaces only.</summary>
    None,

    Class,

    /// <summary>It or one of its bases does not resolve.</summary>
    Error,
}
