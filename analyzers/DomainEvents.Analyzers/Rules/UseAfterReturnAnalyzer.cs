using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Pooling;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1511: a pooled event that is used, or kept, by the code that has given it back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UseAfterReturnAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UseAfterReturn];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        if (context.Node is not InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Return", Expression: IdentifierNameSyntax name },
                ArgumentList.Arguments.Count: 0,
                Parent: ExpressionStatementSyntax statement,
            } invocation
            || !PooledEvents.IsGenerated(context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken).Symbol, symbols)
            || context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not ((ILocalSymbol or IParameterSymbol) and { } variable)
            || CodeAround.Of(statement) is not { } member)
        {
            return;
        }

        // Who detaches keeps it, on whichever way that happens.
        var uses = PooledEvents.UsesOf(variable, member, context.SemanticModel, context.CancellationToken).ToList();
        if (!uses.Exists(static use => PooledEvents.CallOn(use) == "Detach") && Wrong(statement, uses) is { } wrong)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UseAfterReturn, wrong.GetLocation(), [invocation.GetLocation()], variable.Name));
        }
    }

    private static IdentifierNameSyntax? Wrong(StatementSyntax returned, List<IdentifierNameSyntax> uses)
    {
        foreach (var later in After(returned))
        {
            var first = uses.FirstOrDefault(use => later.Span.Contains(use.Span));
            if (first is not null)
            {
                return first.Parent is AssignmentExpressionSyntax assignment && assignment.Left == first ? null : first;
            }

            if (later is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or LabeledStatementSyntax)
            {
                break;
            }
        }

        // Kept in a member, in the same run of statements that gives it back.
        return returned.Parent is BlockSyntax block
            ? uses.FirstOrDefault(use => use.Parent is AssignmentExpressionSyntax { Left: var left, Parent: ExpressionStatementSyntax kept } assignment
                && assignment.Right == use
                && kept.Parent == block
                && kept.SpanStart < returned.SpanStart
                && IsMember(left))
            : null;
    }

    private static bool IsMember(ExpressionSyntax target) =>
        target is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        || (target is IdentifierNameSyntax { Identifier.ValueText: { Length: > 1 } name } && name[0] == '_');

    /// <summary>The statements that certainly run next: behind it, and behind the blocks and the <c>try</c> whose last part it is in.</summary>
    private static IEnumerable<StatementSyntax> After(StatementSyntax statement)
    {
        SyntaxNode current = statement;
        while (current.Parent is { } parent)
        {
            switch (parent)
            {
                case BlockSyntax block:
                    foreach (var later in block.Statements.SkipWhile(candidate => candidate != current).Skip(1))
                    {
                        yield return later;
                    }

                    break;
                case FinallyClauseSyntax or TryStatementSyntax { Catches.Count: 0 }:
                    break;
                default:
                    yield break;
            }

            current = parent;
        }
    }
}
