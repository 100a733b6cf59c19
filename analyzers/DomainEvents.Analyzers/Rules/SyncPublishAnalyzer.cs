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

/// <summary>DEVT1408: a synchronous publish of an event that has an asynchronous handler: it will throw.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SyncPublishAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.SyncPublish];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        // Tests give their publishers the handlers that they want, and look at what is thrown.
        if (!symbols.IsTestProject)
        {
            context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.InvocationExpression);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.Of(invocation) is not { Identifier.ValueText: "Publish" } name
            || invocation.ArgumentList.Arguments.Count != 1
            || !symbols.Handlers.Handlers.Any(static handler => handler.NeedsTask)
            || context.SemanticModel.GetOperation(invocation, context.CancellationToken) is not IInvocationOperation operation
            || PublishCall.From(operation, symbols) is not { IsAsync: false, IsBatch: false } call
            || !IsRuntimes(operation.TargetMethod.ContainingType, symbols)
            || call.EventType is not INamedTypeSymbol { TypeKind: TypeKind.Class } eventType
            || IsExternal(eventType, symbols)
            || IsWithoutHandlers(operation)
            || IsExpected(invocation))
        {
            return;
        }

        if (symbols.Handlers.HandlersOf(eventType).FirstOrDefault(static handler => handler.NeedsTask) is { } handler)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.SyncPublish, name.GetLocation(), eventType.Name, handler.Name));
        }
    }

    /// <summary>What a publisher of the user's own does is its affair.</summary>
    private static bool IsRuntimes(INamedTypeSymbol type, KnownSymbols symbols) =>
        SymbolEqualityComparer.Default.Equals(type, symbols.Publisher) || SymbolEqualityComparer.Default.Equals(type, symbols.ConcretePublisher);

    private static bool IsExternal(INamedTypeSymbol eventType, KnownSymbols symbols) =>
        symbols.FindEventAttribute(eventType)?.NamedArguments.Any(static argument => argument is { Key: "External", Value.Value: true }) == true;

    /// <summary>Whether the exception is caught by its name around the call.</summary>
    private static bool IsExpected(SyntaxNode call) => call.Ancestors().OfType<TryStatementSyntax>()
        .Any(static attempt => attempt.Catches.Any(static clause => clause.Declaration?.Type.ToString().EndsWith("AsyncHandlersException", StringComparison.Ordinal) == true));

    /// <summary>A publisher that was made in the same body with a table of its own has other handlers, or none.</summary>
    private static bool IsWithoutHandlers(IInvocationOperation call) =>
        CodeAround.Of(call.Syntax)?.DescendantNodes()
            .Any(static node => node is SimpleNameSyntax { Identifier.ValueText: "HandlerTable" }) == true;
}
