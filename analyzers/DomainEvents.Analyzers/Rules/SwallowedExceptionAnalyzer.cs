using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1306: a handler that catches every exception and tells nobody.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedExceptionAnalyzer : HandlerFunctionAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SwallowedException];

    private protected override bool ConcernsTests => false;

    private protected override bool MayConcern(SyntaxNode function) => Swallowing(function).Any();

    private protected override void Analyze(SyntaxNodeAnalysisContext context, HandlerFunction handler)
    {
        // Whoever says LogAndContinue has thought of what becomes of exceptions.
        if (handler.Options is { OnError: not 0 })
        {
            return;
        }

        foreach (var clause in Swallowing(handler.Syntax))
        {
            if (clause.Declaration is null || IsException(context.SemanticModel.GetTypeInfo(clause.Declaration.Type, context.CancellationToken).Type))
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.SwallowedException, clause.CatchKeyword.GetLocation()));
            }
        }
    }

    /// <summary>Clauses without a filter that do nothing: a log, a flag, a result or a rethrow is somebody's decision.</summary>
    private static IEnumerable<CatchClauseSyntax> Swallowing(SyntaxNode function)
    {
        foreach (var node in function.DescendantNodes(node => node == function || node is not AnonymousFunctionExpressionSyntax))
        {
            if (node is CatchClauseSyntax { Filter: null } clause
                && clause.Declaration?.Type is null or SimpleNameSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax
                && clause.Block.Statements.All(IsIdle)
                && clause.Parent is TryStatementSyntax attempt
                && IsAllOfTheWork(attempt, function))
            {
                yield return clause;
            }
        }
    }

    /// <summary>
    /// Whether nothing but preparations stands beside the try statement: an attempt at a part of the work, or at each element of a loop,
    /// may fail by design.
    /// </summary>
    private static bool IsAllOfTheWork(TryStatementSyntax attempt, SyntaxNode function)
    {
        SyntaxNode statement = attempt;
        while (statement.Parent is UsingStatementSyntax or LockStatementSyntax || (statement.Parent is BlockSyntax { Parent: UsingStatementSyntax or LockStatementSyntax }))
        {
            statement = statement.Parent;
        }

        return statement.Parent == HandlerFunction.BodyOf(function)
            && statement.Parent is BlockSyntax { Statements: var statements }
            && statements.All(other => other == statement || IsPreparation(other));
    }

    private static bool IsPreparation(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax or ReturnStatementSyntax
            or IfStatementSyntax { Statement: ReturnStatementSyntax or BlockSyntax { Statements: { Count: 1 } }, Else: null };

    private static bool IsIdle(StatementSyntax statement) => statement switch
    {
        EmptyStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax => true,
        ReturnStatementSyntax { Expression: var value } => value is null || IsNothing(value),
        BlockSyntax block => block.Statements.All(IsIdle),
        _ => false,
    };

    /// <summary><c>default</c>, <c>Task.CompletedTask</c> and their like.</summary>
    private static bool IsNothing(ExpressionSyntax value) =>
        value.IsKind(SyntaxKind.DefaultLiteralExpression)
        || value is DefaultExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" };

    private static bool IsException(ITypeSymbol? type) => type is
    {
        Name: "Exception",
        ContainingType: null,
        ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    };
}
