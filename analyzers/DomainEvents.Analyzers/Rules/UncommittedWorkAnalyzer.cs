using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Analyzers.Transactions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1403: a unit of work that nothing commits, and events that are cleared before the commit that should publish them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UncommittedWorkAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UncommittedWork];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        // Tests look at what is left when nothing was committed.
        if (symbols.IsTestProject || symbols.HasDomainEvents is null)
        {
            return;
        }

        var types = new Lazy<TransactionTypes>(() => new TransactionTypes(symbols));
        context.RegisterSyntaxNodeAction(node => AnalyzeWork(node, types), SyntaxKind.VariableDeclarator);
        context.RegisterSyntaxNodeAction(node => AnalyzeClear(node, symbols, types), SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeWork(SyntaxNodeAnalysisContext context, Lazy<TransactionTypes> types)
    {
        var declarator = (VariableDeclaratorSyntax)context.Node;
        if (declarator.Initializer is { Value: var value }
            && MayBegin(value)
            && types.Value.HasUnitOfWork
            && FlowGraph.FunctionAround(declarator) is { } function
            && context.SemanticModel.GetDeclaredSymbol(declarator, context.CancellationToken) is ILocalSymbol local
            && types.Value.IsUnitOfWork(local.Type)
            && UsesOf(declarator, function).All(IsHarmless))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UncommittedWork, declarator.Identifier.GetLocation(), local.Name, Texts.Get("DEVT1403_NotCommitted")));
        }
    }

    private static bool MayBegin(ExpressionSyntax value) => value switch
    {
        AwaitExpressionSyntax wait => MayBegin(wait.Expression),
        InvocationExpressionSyntax call => CallNames.Of(call)?.Identifier.ValueText switch
        {
            "Begin" or "BeginAsync" or "Use" => true,
            "ConfigureAwait" => call.Expression is MemberAccessExpressionSyntax access && MayBegin(access.Expression),
            _ => false,
        },
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: >= 2 } => true,
        _ => false,
    };

    /// <summary>What may be the variable, by its name: to take another for it keeps the rule quiet.</summary>
    private static IEnumerable<IdentifierNameSyntax> UsesOf(VariableDeclaratorSyntax declarator, SyntaxNode function) => function.DescendantNodes()
        .OfType<IdentifierNameSyntax>()
        .Where(name => name.Identifier.ValueText == declarator.Identifier.ValueText && name.SpanStart > declarator.SpanStart);

    /// <summary>Whether a use neither decides what becomes of the transaction nor hands the decision over.</summary>
    private static bool IsHarmless(IdentifierNameSyntax use) =>
        use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Enlist" or "Raise" or "Transaction" or "Dispose" or "DisposeAsync" } access
        && access.Expression == use;

    private static void AnalyzeClear(SyntaxNodeAnalysisContext context, KnownSymbols symbols, Lazy<TransactionTypes> types)
    {
        if (context.Node is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax
                {
                    Name.Identifier.ValueText: "Clear",
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DomainEvents", Expression: IdentifierNameSyntax },
                },
                ArgumentList.Arguments.Count: 0,
                Parent: ExpressionStatementSyntax,
            } clear
            && FlowGraph.FunctionAround(clear) is { } function
            && MayCommitAfter(clear, function)
            && context.SemanticModel.GetOperation(clear, context.CancellationToken) is IInvocationOperation
            {
                Instance: IPropertyReferenceOperation { Instance: { Type: { } type } instance },
            } operation
            && KnownSymbols.Is(type, symbols.HasDomainEvents)
            && ClearedEvents.Variable(instance) is { } owner
            && FlowGraph.Around(operation, context.CancellationToken) is { } graph
            && new ClearedEvents(graph, new TransactionSteps(types.Value, [], graph), owner, clear).FindCommit() is { } commit)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UncommittedWork, clear.GetLocation(), owner.Name, Texts.Get("DEVT1403_Cleared", commit.TargetMethod.Name)));
        }
    }

    private static bool MayCommitAfter(InvocationExpressionSyntax clear, SyntaxNode function) => FlowGraph.OwnNodes(function).Any(node =>
        node is InvocationExpressionSyntax call
        && call.SpanStart > clear.SpanStart
        && CallNames.Of(call) is { } name
        && TransactionSteps.MayCommit(name.Identifier.ValueText));
}
