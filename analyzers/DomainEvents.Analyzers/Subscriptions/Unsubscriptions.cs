using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>The <c>-=</c> of a compilation, by the names of event and handler: a name is enough to keep a rule quiet. Immutable; kept per file.</summary>
internal sealed class Unsubscriptions
{
    private static readonly ConditionalWeakTable<SyntaxTree, List<(string Event, string Handler)>> s_trees = new();

    private readonly HashSet<(string Event, string Handler)> _found;

    private Unsubscriptions(HashSet<(string Event, string Handler)> found) => _found = found;

    public static Unsubscriptions Read(Compilation compilation) =>
        new([.. compilation.SyntaxTrees.SelectMany(static tree => s_trees.GetValue(tree, static key => [.. In(key.GetRoot())]))]);

    /// <summary>Whether some object takes a handler of this name off an event of this name.</summary>
    public bool Has(string eventName, string handler) => _found.Contains((eventName, handler));

    /// <summary>Whether a type, one around it or one it derives from takes anything off an event of this name.</summary>
    public static bool AreIn(INamedTypeSymbol type, string eventName)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (var current = outer; current is not null; current = current.BaseType)
            {
                if (current.DeclaringSyntaxReferences.Any(reference => In(reference.GetSyntax()).Any(found => found.Event == eventName)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<(string Event, string Handler)> In(SyntaxNode node) => node.DescendantNodes()
        .Where(static candidate => candidate.IsKind(SyntaxKind.SubtractAssignmentExpression))
        .Select(static candidate => (AssignmentExpressionSyntax)candidate)
        .Select(static assignment => (NameOf(assignment.Left), NameOf(assignment.Right)));

    private static string NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        ConditionalAccessExpressionSyntax conditional => NameOf(conditional.WhenNotNull),
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } => NameOf(arguments[0].Expression),
        PostfixUnaryExpressionSyntax postfix => NameOf(postfix.Operand),
        ParenthesizedExpressionSyntax parenthesized => NameOf(parenthesized.Expression),
        _ => "",
    };
}
