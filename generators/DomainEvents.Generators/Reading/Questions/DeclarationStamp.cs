using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>
/// A hash of everything in a file that an answer may depend on: all tokens outside bodies, and where nullable annotations change. What
/// stands in a body declares nothing that a name outside it could mean.
/// </summary>
internal static class DeclarationStamp
{
    public static ulong Compute(CompilationUnitSyntax root)
    {
        var stamp = StableHash.Compute(root.SyntaxTree.FilePath);
        var directive = root.ContainsDirectives ? root.GetFirstDirective(IsNullable) : null;
        foreach (var item in root.DescendantNodesAndTokens(IsOutsideBodies))
        {
            if (item.AsNode() is { } node)
            {
                // That there is a body counts: without one an accessor stores its value.
                stamp = IsOutsideBodies(node) ? stamp : Combine(stamp, node.RawKind);
                continue;
            }

            // Their order among the tokens counts, not their position: that moves with every edit above.
            var token = item.AsToken();
            while (directive is not null && directive.SpanStart < token.SpanStart)
            {
                stamp = Combine(StableHash.Combine(stamp, directive.ToString()), directive.IsActive ? 1 : 2);
                directive = directive.GetNextDirective(IsNullable);
            }

            stamp = Combine(StableHash.Combine(stamp, token.Text), token.RawKind);
        }

        return stamp;
    }

    private static bool IsOutsideBodies(SyntaxNode node) => node is not (BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax);

    private static bool IsNullable(DirectiveTriviaSyntax directive) => directive is NullableDirectiveTriviaSyntax;

    private static ulong Combine(ulong hash, int value) => unchecked((hash ^ (ulong)value) * 1099511628211);
}
