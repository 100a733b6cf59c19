using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1303: a handler for an event of the same program that nothing raises.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeverRaisedAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NeverRaised];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (CompositionRoot.Is(context.Options))
        {
            context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.MethodDeclaration);
        }
    }

    // An event of a library may be raised by any of its users; one of the program itself, only here.
    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (HandlerFunction.MayBeHandler(method)
            && HandlerFunction.FromMethod(method, context.SemanticModel, context.CancellationToken) is { Symbol.Parameters: { Length: > 0 } parameters }
            && parameters[0].Type is INamedTypeSymbol domainEvent
            && SymbolEqualityComparer.Default.Equals(domainEvent.ContainingAssembly, context.Compilation.Assembly)
            && symbols.Flow.IsNeverRaised(domainEvent))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.NeverRaised, method.Identifier.GetLocation(), method.Identifier.ValueText, domainEvent.Name));
        }
    }
}
