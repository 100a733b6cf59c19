using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1602: an assertion of the spy that is not awaited, so that it asserts nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DiscardedWaitAnalyzer : DomainEventAnalyzer
{
    private const string Spy = "DomainEvents.Testing.EventSpy";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DiscardedWait];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (symbols.Type(Spy) is { } spy)
        {
            context.RegisterSyntaxNodeAction(node => Analyze(node, spy), SyntaxKind.InvocationExpression);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, INamedTypeSymbol spy)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.Of(invocation) is { Identifier.ValueText: var name } place
            && name.StartsWith("WaitFor", StringComparison.Ordinal)
            && DroppedResult.MayBe(invocation)
            && context.SemanticModel.GetOperation(invocation, context.CancellationToken) is IInvocationOperation operation
            && SymbolEqualityComparer.Default.Equals(operation.TargetMethod.ContainingType, spy)
            && !operation.TargetMethod.ReturnsVoid
            && DroppedResult.Is(operation))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.DiscardedWait, place.Identifier.GetLocation(), name));
        }
    }
}
