namespace DomainEvents.Generators.Model;

/// <summary>A partial property that the generated part implements over a field, so that every way in passes the guard.</summary>
internal sealed record PartialPropertyModel
{
    /// <summary>The type as written, or fully qualified where its text would mean something else here.</summary>
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required string Identifier { get; init; }

    /// <summary>As the user wrote them, less <c>partial</c>.</summary>
    public required string Modifiers { get; init; }

    public required string Getter { get; init; }

    /// <summary><c>init</c>, <c>private set</c>, ...; empty for a property that only the constructor sets.</summary>
    public required string Setter { get; init; }

    public GuardKind Guard { get; init; }

    public bool NullableEnabled { get; init; }

    /// <summary>Whether the use of the type is an error, save in code that is obsolete itself.</summary>
    public bool TypeIsForbidden { get; init; }

    /// <summary>Whether the type is or holds a pointer.</summary>
    public bool HoldsPointer { get; init; }

    /// <summary>The field behind a partial property of that name.</summary>
    public static string FieldOf(string name) => $"__{name}";
}
