using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>Classifies types by their text.</summary>
internal static class TypeShapes
{
    public static TypeShape Read(TypeSyntax type, FileAliases aliases, TypeParametersInScope typeParameters)
    {
        switch (type)
        {
            case NullableTypeSyntax:
                return TypeShape.Nullable;
            case PointerTypeSyntax or FunctionPointerTypeSyntax:
                return TypeShape.Pointer;
            case TupleTypeSyntax:
                return TypeShape.Value;
            case PredefinedTypeSyntax predefined:
                return predefined.Keyword.Kind() is SyntaxKind.StringKeyword or SyntaxKind.ObjectKeyword ? TypeShape.Named : TypeShape.Value;
            case IdentifierNameSyntax name when typeParameters.Find(name.Identifier.ValueText) is { } shape:
                return shape;
            case IdentifierNameSyntax name when aliases.Find(name.Identifier.ValueText) is { } alias:
                return alias.IsSpecial ? TypeShape.Unknown : TypeShape.Named;
            default:
                return IsSpecial(type) ? TypeShape.Unknown : TypeShape.Named;
        }
    }

    /// <summary>Whether the text may mean a nullable type, a pointer or <c>dynamic</c>; <c>@dynamic</c> is a type's name.</summary>
    public static bool IsSpecial(TypeSyntax type) => type switch
    {
        NullableTypeSyntax or PointerTypeSyntax or FunctionPointerTypeSyntax => true,
        IdentifierNameSyntax { Identifier.Text: "dynamic" } => true,
        QualifiedNameSyntax qualified => IsNullable(qualified.Right),
        AliasQualifiedNameSyntax qualified => IsNullable(qualified.Name),
        SimpleNameSyntax name => IsNullable(name),
        _ => false,
    };

    public static bool HoldsPointer(TypeSyntax type) =>
        type.DescendantNodesAndSelf().Any(static node => node is PointerTypeSyntax or FunctionPointerTypeSyntax);

    private static bool IsNullable(SimpleNameSyntax name) =>
        name is GenericNameSyntax { Identifier.ValueText: "Nullable", TypeArgumentList.Arguments.Count: 1 };
}

/// <summary>The type parameters that a declaration's member types may name, by what their constraints say.</summary>
internal sealed class TypeParametersInScope
{
    private readonly Dictionary<string, TypeShape>? _shapes;

    public TypeParametersInScope(TypeDeclarationSyntax type)
    {
        for (SyntaxNode? node = type; node is not null; node = node.Parent)
        {
            if (node is not TypeDeclarationSyntax { TypeParameterList: { } list } declaration)
            {
                continue;
            }

            _shapes ??= new(StringComparer.Ordinal);
            foreach (var parameter in list.Parameters)
            {
                var name = parameter.Identifier.ValueText;
                if (!_shapes.ContainsKey(name))
                {
                    _shapes.Add(name, Read(declaration, name));
                }
            }
        }
    }

    public TypeShape? Find(string name) => _shapes is not null && _shapes.TryGetValue(name, out var shape) ? shape : null;

    private static TypeShape Read(TypeDeclarationSyntax declaration, string name)
    {
        foreach (var clause in declaration.ConstraintClauses)
        {
            if (clause.Name.Identifier.ValueText == name)
            {
                return clause.Constraints.Any(static constraint => constraint switch
                {
                    ClassOrStructConstraintSyntax { QuestionToken.RawKind: (int)SyntaxKind.QuestionToken } => false,
                    ClassOrStructConstraintSyntax => true,
                    TypeConstraintSyntax { Type: IdentifierNameSyntax { Identifier.Text: "notnull" or "unmanaged" } } => true,
                    _ => false,
                })
                    ? TypeShape.Named
                    : TypeShape.Unknown;
            }
        }

        return TypeShape.Unknown;
    }
}
