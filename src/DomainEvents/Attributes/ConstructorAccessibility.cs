namespace DomainEvents;

/// <summary>The accessibility of a generated constructor.</summary>
public enum ConstructorAccessibility
{
    /// <summary><c>public</c>; <c>protected</c> on abstract events.</summary>
    Public = 0,

    /// <summary><c>internal</c>.</summary>
    Internal = 1,

    /// <summary><c>protected</c>.</summary>
    Protected = 2,

    /// <summary><c>protected internal</c>.</summary>
    ProtectedInternal = 3,

    /// <summary><c>private protected</c>.</summary>
    PrivateProtected = 4,

    /// <summary><c>private</c>.</summary>
    Private = 5,
}
