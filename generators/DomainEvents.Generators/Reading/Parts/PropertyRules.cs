using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>What the generated constructor does about a property.</summary>
internal enum PropertyRole
{
    /// <summary>Nothing: it is computed, has a value, or has no storage of its own.</summary>
    None,

    /// <summary>Sets it: nobody else outside the type can.</summary>
    Parameter,

    /// <summary>Leaves it to object initialisers unless asked to set it.</summary>
    Settable,
}

/// <summary>Which members become parameters. The typing path and the reader of base events both go by these rules.</summary>
internal static class PropertyRules
{
    public static PropertyRole RoleOf(PropertyDeclarationSyntax property)
    {
        if (property is not { AccessorList: { } accessors, ExpressionBody: null, ExplicitInterfaceSpecifier: null, Type: not RefTypeSyntax }
            || property.Identifier.IsMissing
            || property.Modifiers.Any(IsExcluding)
            || (property.Initializer is not null && !IsRequired(property.Modifiers))
            || (IsPartial(property) && !PartialPropertyText.IsDefinition(property)))
        {
            return PropertyRole.None;
        }

        var hasGetter = false;
        var hasSetter = false;
        var isStored = true;
        var role = PropertyRole.Parameter;
        foreach (var accessor in accessors.Accessors)
        {
            isStored &= !HasBody(accessor);
            if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
            {
                hasGetter = true;
                continue;
            }

            hasSetter = true;
            if (accessor.IsKind(SyntaxKind.SetAccessorDeclaration) && !IsPrivate(accessor.Modifiers))
            {
                role = PropertyRole.Settable;
            }
        }

        return hasGetter && (isStored || (hasSetter && accessors.Accessors.Any(UsesBackingField))) ? role : PropertyRole.None;
    }

    public static bool IsPartial(PropertyDeclarationSyntax property) => property.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static bool HasBody(AccessorDeclarationSyntax accessor) => accessor.Body is not null || accessor.ExpressionBody is not null;

    /// <summary>Without a body, or with one that says <c>field</c>: the compiler stores the value also where the other has a body.</summary>
    private static bool UsesBackingField(AccessorDeclarationSyntax accessor) =>
        !HasBody(accessor) || accessor.DescendantNodes().Any(static node => node.IsKind(SyntaxKind.FieldExpression));

    /// <summary>Whether the field must be set by whoever creates the object.</summary>
    public static bool IsRequiredField(BaseFieldDeclarationSyntax field) =>
        IsRequired(field.Modifiers) && field.Declaration.Type is not RefTypeSyntax && !field.Modifiers.Any(SyntaxKind.StaticKeyword);

    public static bool IsRequired(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.RequiredKeyword);

    private static bool IsPrivate(SyntaxTokenList modifiers) =>
        modifiers.Any(SyntaxKind.PrivateKeyword) && !modifiers.Any(SyntaxKind.ProtectedKeyword);

    private static bool IsExcluding(SyntaxToken modifier) => modifier.Kind()
        is SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.ExternKeyword;
}
