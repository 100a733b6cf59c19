using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1603: a test that sleeps between publishing and asserting.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SleepInTestAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SleepInTest];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.MethodDeclaration);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (!TestCode.IsTestMethod(method) || method.Body is not { } body)
        {
            return;
        }

        var statements = body.Statements;
        var published = IndexOf(statements, 0, static node => node is InvocationExpressionSyntax call && CallNames.MayPublish(call));
        var slept = published < 0 ? -1 : IndexOf(statements, published + 1, IsSleep);
        if (slept < 0
            || IndexOf(statements, slept + 1, static node => node is SimpleNameSyntax name && name.Identifier.ValueText.StartsWith("Assert", StringComparison.Ordinal)) < 0)
        {
            return;
        }

        var publish = statements[published].DescendantNodes().OfType<InvocationExpressionSyntax>().First(CallNames.MayPublish);
        var sleep = statements[slept].DescendantNodes().OfType<InvocationExpressionSyntax>().First(IsSleep);
        if (context.SemanticModel.GetOperation(publish, context.CancellationToken) is IInvocationOperation operation
            && PublishCall.From(operation, symbols) is not null
            && context.SemanticModel.GetSymbolInfo(sleep, context.CancellationToken).Symbol is IMethodSymbol { ContainingType: { Name: "Task" or "Thread" } type, Parameters.Length: 1 }
            && (TaskFacts.IsTask(type) || TaskFacts.IsIn(type, "System", "Threading")))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SleepInTest, sleep.GetLocation(), type.Name + "." + CallNames.Of(sleep)!.Identifier.ValueText));
        }
    }

    private static bool IsSleep(SyntaxNode node) => node is InvocationExpressionSyntax call && CallNames.Of(call)?.Identifier.ValueText is "Sleep" or "Delay";

    private static int IndexOf(SyntaxList<StatementSyntax> statements, int start, Func<SyntaxNode, bool> predicate)
    {
        for (var i = start; i < statements.Count; i++)
        {
            if (statements[i].DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax).Any(predicate))
            {
                return i;
            }
        }

        return -1;
    }
}
