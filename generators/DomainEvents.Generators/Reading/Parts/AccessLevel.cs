using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>An accessibility as the set of places that have access, so that the stricter of two is their intersection.</summary>
[Flags]
internal enum AccessLevel
{
    Private = 0,
    PrivateProtected = 1,
    Internal = 1 | 2,
    Protected = 1 | 4,
    ProtectedInternal = 1 | 2 | 4,
    Public = 1 | 2 | 4 | 8,
}

/// <summary>Access levels as C# writes them.</summary>
internal static class AccessLevels
{
    public static string ToKeyword(this AccessLevel level) => level switch
    {
        AccessLevel.Public => "public",
        AccessLevel.ProtectedInternal => "protected internal",
        AccessLevel.Internal => "internal",
        AccessLevel.Protected => "protected",
        AccessLevel.PrivateProtected => "private protected",
        _ => "private",
    };

    public static AccessLevel From(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => AccessLevel.Public,
        Accessibility.ProtectedOrInternal => AccessLevel.ProtectedInternal,
        Accessibility.Internal => AccessLevel.Internal,
        Accessibility.Protected => AccessLevel.Protected,
        Accessibility.ProtectedAndInternal => AccessLevel.PrivateProtected,
        _ => AccessLevel.Private,
    };

    /// <summary>The value of the runtime's enum <c>ConstructorAccessibility</c> as a level.</summary>
    public static AccessLevel FromConstructorAccessibility(int value) => value switch
    {
        1 => AccessLevel.Internal,
        2 => AccessLevel.Protected,
        3 => AccessLevel.ProtectedInternal,
        4 => AccessLevel.PrivateProtected,
        5 => AccessLevel.Private,
        _ => AccessLevel.Public,
    };

    /// <summary>The name of a member of <c>ConstructorAccessibility</c> as a level; <see langword="null"/> for any other name.</summary>
    public static AccessLevel? FromConstructorAccessibilityName(string name) => name switch
    {
        "Public" => AccessLevel.Public,
        "Internal" => AccessLevel.Internal,
        "Protected" => AccessLevel.Protected,
        "ProtectedInternal" => AccessLevel.ProtectedInternal,
        "PrivateProtected" => AccessLevel.PrivateProtected,
        "Private" => AccessLevel.Private,
        _ => null,
    };
}
