using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>What text says about whether a member of the user's implements one of <c>IDomainEvent</c>.</summary>
internal static class InterfaceMembers
{
    public static IdentityMembers FromName(string name) => name switch
    {
        "EventId" => IdentityMembers.EventId,
        "OccurredAt" => IdentityMembers.OccurredAt,
        "EventType" => IdentityMembers.EventType,
        "EventVersion" => IdentityMembers.EventVersion,
        "EventTypeName" => IdentityMembers.EventTypeName,
        "EventTypeVersion" => IdentityMembers.EventTypeVersion,
        _ => IdentityMembers.None,
    };

    /// <summary>Whether a property may implement the interface, should its type be right.</summary>
    public static bool CanImplement(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.PublicKeyword)
        && !property.Modifiers.Any(SyntaxKind.StaticKeyword)
        && property.Type is not RefTypeSyntax
        && (property.ExpressionBody is not null
            || property.AccessorList?.Accessors.Any(static accessor =>
                accessor.IsKind(SyntaxKind.GetAccessorDeclaration) && accessor.Modifiers.Count == 0) == true);

    /// <summary>Whether the type is written as one usually writes the interface's; otherwise the compilation must be asked.</summary>
    public static bool HasUsualType(IdentityMembers member, TypeSyntax type) => member switch
    {
        IdentityMembers.EventId => SyntaxText.LastName(type) == "Guid",
        IdentityMembers.OccurredAt => SyntaxText.LastName(type) == "DateTimeOffset",
        IdentityMembers.EventType => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword },
        IdentityMembers.EventVersion => type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.IntKeyword },
        _ => true,
    };

    /// <summary>Whether a type, by its full name, is the interface's.</summary>
    public static bool IsRightType(IdentityMembers member, string? fullName) => member switch
    {
        IdentityMembers.EventId => fullName == "global::System.Guid",
        IdentityMembers.OccurredAt => fullName == "global::System.DateTimeOffset",
        IdentityMembers.EventType => fullName is "string" or "string?",
        IdentityMembers.EventVersion => fullName == "int",
        _ => true,
    };
}
