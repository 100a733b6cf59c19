using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1301: an event that is raised and that nobody handles, as far as the composition root can see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MissingHandlerAnalyzer : DomainEventAnalyzer
{
    /// <summary>The property of a diagnostic that holds the documentation id of an event of another assembly.</summary>
    internal const string EventProperty = "Event";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.MissingHandler];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (!CompositionRoot.Is(context.Options))
        {
            return;
        }

        // Reported where the event or the registration stands, not at the end of the compilation: only so do editors offer the fix.
        context.RegisterSymbolAction(symbol => AnalyzeOwn(symbol, symbols), SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(
            node => AnalyzeReferenced(node, symbols), SyntaxKind.InvocationExpression, SyntaxKind.ObjectCreationExpression);
    }

    private static void AnalyzeOwn(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (symbols.FindEventAttribute(type) is not null && symbols.Flow.IsRaisedUnheard(type))
        {
            var attribute = EventPlaces.EventAttribute(type, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.MissingHandler,
                EventPlaces.Name(type, context.CancellationToken),
                attribute is null ? null : [attribute.GetLocation()],
                type.Name));
        }
    }

    private static void AnalyzeReferenced(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        if (!MayRegister(context.Node) || symbols.Flow.Registration != context.Node)
        {
            return;
        }

        foreach (var domainEvent in symbols.Handlers.ReferencedEvents)
        {
            if (symbols.Flow.IsRaisedUnheard(domainEvent))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.MissingHandler,
                    context.Node.GetLocation(),
                    ImmutableDictionary<string, string?>.Empty.Add(EventProperty, DocumentationCommentId.CreateDeclarationId(domainEvent)),
                    domainEvent.ToDisplayString()));
            }
        }
    }

    private static bool MayRegister(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax call =>
            CallNames.Of(call)?.Identifier.ValueText == "AddDomainEvents",
        ObjectCreationExpressionSyntax creation =>
            creation.Type is SimpleNameSyntax { Identifier.ValueText: "DomainEventPublisher" },
        _ => false,
    };
}
