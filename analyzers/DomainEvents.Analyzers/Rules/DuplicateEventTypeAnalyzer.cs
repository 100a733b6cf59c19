using System.Collections.Immutable;
using System.Globalization;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1103: two events with one event type and version, here or in a referenced assembly.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateEventTypeAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DuplicateEventType];

    // Reported at each event, not at the end of the compilation: only so do editors show it while one types, and offer the fix.
    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        if (symbols.Event((INamedTypeSymbol)context.Symbol) is not { } source || NamedEvent.FromSource(source) is not { } named)
        {
            return;
        }

        var isTwinNamed = false;
        foreach (var other in symbols.EventTypes.FindAll(named.EventType, named.Version))
        {
            if (SymbolEqualityComparer.Default.Equals(named.Type, other.Type))
            {
                continue;
            }

            var name = other.Type.ToDisplayString();
            if (!SymbolEqualityComparer.Default.Equals(other.Type.ContainingAssembly, context.Compilation.Assembly))
            {
                Report(
                    context,
                    symbols,
                    named,
                    $"{name} ({other.Type.ContainingAssembly.Name})",
                    named.IsDurable && other.IsDurable ? DiagnosticSeverity.Error : DiagnosticSeverity.Info);
            }
            else if (!isTwinNamed)
            {
                isTwinNamed = true;
                Report(context, symbols, named, name, DiagnosticSeverity.Error);
            }
        }
    }

    private static void Report(SymbolAnalysisContext context, KnownSymbols symbols, NamedEvent named, string other, DiagnosticSeverity severity)
    {
        var suggestion = QualifiedName.Of(named) is { } qualified && symbols.EventTypes.Find(qualified) is null ? qualified : null;
        var attribute = EventPlaces.EventAttribute(named.Type, context.CancellationToken);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DuplicateEventType,
            EventPlaces.Name(named.Type, context.CancellationToken),
            severity,
            additionalLocations: attribute is null ? null : [attribute.GetLocation()],
            properties: ImmutableDictionary<string, string?>.Empty.Add(EventTypeNameAnalyzer.SuggestionProperty, suggestion),
            named.EventType,
            named.Version.ToString(CultureInfo.InvariantCulture),
            named.Type.ToDisplayString(),
            other));
    }
}
