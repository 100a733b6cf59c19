using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Analyzers.Transactions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1404: a durable event that is published in process, past the outbox.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DurablePublishAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DurablePublish];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        // Where there is no outbox yet, nothing goes past it. Tests of handlers publish to them.
        if (HasOutbox(context.Compilation) && !symbols.IsTestProject)
        {
            context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.InvocationExpression);
        }
    }

    private static bool HasOutbox(Compilation compilation) =>
        compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == "DomainEvents.Outbox");

    // An event that was made elsewhere may have come out of an outbox: only what is made here is surely on its way into none.
    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.MayPublish(invocation)
            && context.SemanticModel.GetOperation(invocation, context.CancellationToken) is IInvocationOperation operation
            && PublishCall.From(operation, symbols) is { } call
            && MadeEvents.Of(call.Event, RuntimeCalls.Root(operation).Descendants()).FirstOrDefault(type => IsDurable(type, symbols)) is { } durable)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.DurablePublish, (CallNames.Of(invocation) ?? (SyntaxNode)invocation).GetLocation(), durable.Name, operation.TargetMethod.Name));
        }
    }

    private static bool IsDurable(INamedTypeSymbol type, KnownSymbols symbols) =>
        symbols.FindEventAttribute(type.OriginalDefinition) is { } attribute && EventAttributeFlags.Is(attribute, "Durable");
}
