using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Model;

/// <summary>
/// Everything that the generated part of one event depends on, decided: the emitter asks no further question. Texts stand as the
/// user wrote them and mean what they mean under <see cref="Surroundings"/>.
/// </summary>
internal sealed record EventModel
{
    /// <summary>Namespace, containers and name with arities: <c>Shop.Orders.Outer`1+Created`0</c>. Unique in a compilation.</summary>
    public required string Key { get; init; }

    /// <summary>The file whose usings the generated part copies. One generated file holds all events of one source file.</summary>
    public required string FilePath { get; init; }

    public required Surroundings Surroundings { get; init; }

    /// <summary><c>class</c> or <c>record</c>.</summary>
    public required string Keyword { get; init; }

    /// <summary>The name as it must be written: <c>@event</c>.</summary>
    public required string Identifier { get; init; }

    /// <summary>The name itself: <c>event</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>&lt;T, U&gt;</c> or empty. Constraints are not repeated.</summary>
    public required string TypeParameters { get; init; }

    public required bool IsAbstract { get; init; }

    public required bool IsSealed { get; init; }

    /// <summary>The name of the innermost containing type, or <see langword="null"/>: tells equal constants apart.</summary>
    public string? ContainingTypeName { get; init; }

    /// <summary>The nullable context of the type's declaration.</summary>
    public required bool NullableEnabled { get; init; }

    /// <summary>Whether a member's type is or holds a pointer.</summary>
    public bool IsUnsafe { get; init; }

    /// <summary>The event type, or <see langword="null"/> where there is none: abstract without a name, no inference, or an invalid one.</summary>
    public string? EventType { get; init; }

    public int EventVersion { get; init; } = 1;

    /// <summary>Whether instances are rented and returned: then all that the constructor sets is a field of the generated part.</summary>
    public bool IsPooled { get; init; }

    public required IdentityModel Identity { get; init; }

    /// <summary><see langword="null"/> where none is generated.</summary>
    public ConstructorModel? Constructor { get; init; }

    /// <summary>All parameters of a positional record whose properties are to be re-declared, in order.</summary>
    public EquatableArray<PositionalPropertyModel> PositionalProperties { get; init; }

    /// <summary>The partial properties that the user declares and leaves to us.</summary>
    public EquatableArray<PartialPropertyModel> PartialProperties { get; init; }
}

/// <summary>The text around a type that decides what the names in it mean.</summary>
/// <param name="Usings">The extern aliases and usings at the head of the file, less global ones, a line each.</param>
/// <param name="Opening">Namespaces with their usings, then the containing types, each opened: <c>namespace A {\nusing B;\npartial class C {\n</c>.</param>
/// <param name="Depth">How many braces <paramref name="Opening"/> leaves open.</param>
/// <param name="Namespace">The full namespace without escapes, or empty.</param>
internal sealed record Surroundings(string Usings, string Opening, int Depth, string Namespace);
