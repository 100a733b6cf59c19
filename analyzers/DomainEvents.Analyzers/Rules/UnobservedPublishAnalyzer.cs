using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1401: a PublishAsync whose result nobody looks at, so that its handlers' errors are lost.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnobservedPublishAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnobservedPublish];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.Of(invocation) is not { Identifier.ValueText: "PublishAsync" or "PublishBatchAsync" } name
            || !DroppedResult.MayBe(invocation)
            || context.SemanticModel.GetOperation(invocation, context.CancellationToken) is not IInvocationOperation operation
            || PublishCall.From(operation, symbols) is null
            || !DroppedResult.Is(operation))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnobservedPublish, name.GetLocation(), name.Identifier.ValueText));
    }
}
