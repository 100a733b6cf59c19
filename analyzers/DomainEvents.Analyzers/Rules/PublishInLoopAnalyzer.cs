using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1405: a loop that does nothing but publish one event for each element.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PublishInLoopAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.PublishInLoop];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.ForEachStatement);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var loop = (ForEachStatementSyntax)context.Node;
        if (loop.AwaitKeyword.IsKind(SyntaxKind.None)
            && FindOnlyCall(loop) is { } invocation
            && CallNames.Of(invocation) is { Identifier.ValueText: "Publish" or "PublishAsync" } name
            && context.SemanticModel.GetOperation(invocation, context.CancellationToken) is IInvocationOperation operation
            && PublishCall.From(operation, symbols) is { IsBatch: false, Event: IObjectCreationOperation { Type: { } type } }
            && symbols.IsEvent(type))
        {
            var batch = name.Identifier.ValueText == "Publish" ? "PublishBatch" : "PublishBatchAsync";
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.PublishInLoop, name.GetLocation(), type.Name, batch));
        }
    }

    /// <summary>The call that the loop consists of: with anything else in it, each event may depend on what came before.</summary>
    internal static InvocationExpressionSyntax? FindOnlyCall(ForEachStatementSyntax loop)
    {
        var statement = loop.Statement is BlockSyntax { Statements: { Count: 1 } statements } ? statements[0] : loop.Statement;
        return statement is ExpressionStatementSyntax { Expression: var expression } ? CallOf(expression) : null;
    }

    private static InvocationExpressionSyntax? CallOf(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax awaited => CallOf(awaited.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => CallOf(inner),
        InvocationExpressionSyntax call => call,
        _ => null,
    };
}
