using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>Reads attributes and, where their arguments are plain, their values.</summary>
internal static class AttributeReader
{
    /// <summary>The attributes on the declaration itself that may be known ones.</summary>
    public static EquatableArray<AttributeUse> Read(
        SyntaxList<AttributeListSyntax> lists,
        FileAliases aliases,
        string ownTarget,
        string otherTarget = "")
    {
        List<AttributeUse>? uses = null;
        foreach (var list in lists)
        {
            if (list.Target is { Identifier.ValueText: var target } && target != ownTarget && target != otherTarget)
            {
                continue;
            }

            foreach (var attribute in list.Attributes)
            {
                if (ReadOne(attribute, aliases) is { } use)
                {
                    (uses ??= []).Add(use);
                }
            }
        }

        return uses is null ? default : new EquatableArray<AttributeUse>(uses);
    }

    private static AttributeUse? ReadOne(AttributeSyntax attribute, FileAliases aliases)
    {
        var simpleName = SyntaxText.LastName(attribute.Name);
        var isSimple = attribute.Name is IdentifierNameSyntax;
        if (simpleName.Length == 0 || attribute.Name.ContainsDiagnostics)
        {
            return null;
        }

        var known = isSimple ? aliases.FindAttribute(simpleName) : KnownAttributes.None;
        var isAlias = known != KnownAttributes.None;
        if (!isAlias)
        {
            known = KnownAttributeNames.FromSimpleName(simpleName);
        }

        return known == KnownAttributes.None && !isSimple
            ? null
            : new AttributeUse(
                SyntaxText.Of(attribute.Name),
                simpleName,
                known,
                isAlias,
                isSimple,
                known == KnownAttributes.DomainEvent ? Values(attribute) : null);
    }

    /// <summary><see langword="null"/> where an argument is more than a literal and the compilation must be asked.</summary>
    private static EventAttributeValues? Values(AttributeSyntax attribute)
    {
        var values = new EventAttributeValues();
        if (attribute.ArgumentList is not { } list)
        {
            return values;
        }

        if (list.ContainsDiagnostics)
        {
            return EventAttributeValues.Unknown;
        }

        foreach (var argument in list.Arguments)
        {
            var read = argument.NameEquals is { } name
                ? Named(values, name.Name.Identifier.ValueText, argument.Expression)
                : Positional(values, argument.Expression);
            if (read is null)
            {
                return null;
            }

            values = read;
        }

        return values;
    }

    private static EventAttributeValues? Positional(EventAttributeValues values, ExpressionSyntax expression) => expression.Kind() switch
    {
        SyntaxKind.StringLiteralExpression => values with
        {
            Naming = EventNaming.Given,
            EventType = (string?)((LiteralExpressionSyntax)expression).Token.Value,
        },
        SyntaxKind.NullLiteralExpression => values,
        _ => null,
    };

    private static EventAttributeValues? Named(EventAttributeValues values, string name, ExpressionSyntax expression) => name switch
    {
        "Version" when expression is LiteralExpressionSyntax { Token.Value: int version } => values with { Version = version },
        "External" when Boolean(expression) is { } external => values with { External = external },
        "GenerateConstructor" when Boolean(expression) is { } generate => values with { GenerateConstructor = generate },
        "IncludeSettable" when Boolean(expression) is { } include => values with { IncludeSettable = include },
        "ConstructorAccessibility" when Level(expression) is { } level => values with { ConstructorAccessibility = level },
        "Pooled" when Boolean(expression) is { } pooled => values with { Pooled = pooled },
        "Durable" => values,
        _ => null,
    };

    private static bool? Boolean(ExpressionSyntax expression) => expression.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression => true,
        SyntaxKind.FalseLiteralExpression => false,
        _ => null,
    };

    /// <summary>The plain case: <c>ConstructorAccessibility.Internal</c>, qualified or not.</summary>
    private static AccessLevel? Level(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member, Expression: var owner }
        && owner switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax qualified => qualified.Name.Identifier.ValueText,
            _ => "",
        }
        == "ConstructorAccessibility"
            ? AccessLevels.FromConstructorAccessibilityName(member.Identifier.ValueText)
            : null;
}
