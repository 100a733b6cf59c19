using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Finds by what an event can be raised at a place.</summary>
internal static class UnitsInScope
{
    /// <summary>The method to call: of the one unit of work at hand that is not committed yet, or of the object itself.</summary>
    public static ExpressionSyntax? FindRaise(SyntaxNode place, SemanticModel model)
    {
        var position = place.SpanStart;
        if (KnownSymbols.Find(model.Compilation) is not { DomainEvent: { } domainEvent } symbols)
        {
            return null;
        }

        if (symbols.Type("DomainEvents.Persistence.IUnitOfWork") is { } unitOfWork)
        {
            var units = model.LookupSymbols(position).Where(symbol => KnownSymbols.Is(TypeOf(symbol, position), unitOfWork)).ToList();
            if (units.Count > 0)
            {
                return units.Count == 1 && !IsCommittedBefore(place, units[0].Name)
                    ? SyntaxFactory.MemberAccessExpression(
                        SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(units[0].Name), SyntaxFactory.IdentifierName("Raise"))
                    : null;
            }
        }

        return model.GetEnclosingSymbol(position) is { IsStatic: false }
            && model.LookupSymbols(position, name: "Raise").Any(symbol => symbol is IMethodSymbol { IsStatic: false, Parameters: { Length: 1 } parameters }
                && SymbolEqualityComparer.Default.Equals(parameters[0].Type, domainEvent))
                ? SyntaxFactory.IdentifierName("Raise")
                : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol, int position) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && declaration.Span.End <= position ? local.Type : null,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
        _ => null,
    };

    private static bool IsCommittedBefore(SyntaxNode place, string unit) => AsyncFunctions.Around(place)?.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
        .Any(access => access.SpanStart < place.SpanStart
            && access is { Expression: IdentifierNameSyntax name, Name.Identifier.ValueText: "Commit" or "CommitAsync" or "Rollback" or "RollbackAsync" }
            && name.Identifier.ValueText == unit) != false;
}
