using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Finds the member through which the rest of an object reaches what its constructor was given.</summary>
internal static class ConstructorAssignment
{
    /// <summary>The field or property that the constructor around a place puts a parameter into, or <see langword="null"/>.</summary>
    public static string? MemberOf(IParameterSymbol parameter, SyntaxNode place, INamedTypeSymbol type, SemanticModel model)
    {
        if (place.FirstAncestorOrSelf<ConstructorDeclarationSyntax>() is not { } constructor)
        {
            return null;
        }

        foreach (var assignment in constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            var value = assignment.Right is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: ThrowExpressionSyntax } checkedValue
                ? checkedValue.Left
                : assignment.Right;
            if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(value).Symbol, parameter)
                && model.GetSymbolInfo(assignment.Left).Symbol is (IFieldSymbol or IPropertySymbol) and { IsStatic: false } member
                && SymbolEqualityComparer.Default.Equals(member.ContainingType, type))
            {
                return member.Name;
            }
        }

        return null;
    }
}
