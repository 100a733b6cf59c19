using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>Finds out whether a member is set after its object was made.</summary>
internal static class MemberWrites
{
    /// <summary>Whether anything in the solution sets the member, but a constructor of its type or, where that is allowed, an object initialiser.</summary>
    public static async Task<bool> AreLaterAsync(ISymbol member, bool canInitialize, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(member, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var reference in found.Locations)
            {
                // What is generated follows what is written: the event's serializer will set the member in another way.
                if (reference.Document.Name.EndsWith(".g.cs", StringComparison.Ordinal))
                {
                    continue;
                }

                var root = await reference.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root?.FindNode(reference.Location.SourceSpan, getInnermostNodeForTie: true) is SimpleNameSyntax name && IsLater(name, member, canInitialize))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsLater(SimpleNameSyntax name, ISymbol member, bool canInitialize)
    {
        ExpressionSyntax target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        if (target.Parent is not AssignmentExpressionSyntax assignment || assignment.Left != target)
        {
            // In a tuple, by reference, counted up: rare enough to be left to its author.
            return target.Parent is ArgumentSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression }
                && !(target.Parent is ArgumentSyntax { RefKindKeyword.RawKind: 0, Parent: not TupleExpressionSyntax });
        }

        if (assignment.Parent is InitializerExpressionSyntax)
        {
            return !canInitialize;
        }

        return !(target is SimpleNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
            && assignment.Ancestors().TakeWhile(static node => node is not TypeDeclarationSyntax)
                .All(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            && assignment.FirstAncestorOrSelf<MemberDeclarationSyntax>() is ConstructorDeclarationSyntax constructor
            && constructor.Identifier.ValueText == member.ContainingType.Name);
    }
}
