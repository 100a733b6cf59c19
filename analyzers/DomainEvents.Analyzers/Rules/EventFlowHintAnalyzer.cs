using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1311: says at an event who handles it and who raises it. Hidden: compilers leave it out, editors show it on demand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventFlowHintAnalyzer : EventAnalyzer
{
    private const int Shown = 5;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EventFlowHint];

    // Raisers are told by the event's simple name: an event of the same name elsewhere may be meant.
    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        var type = source.Type;
        if (type.IsAbstract)
        {
            return;
        }

        var handlers = symbols.Handlers.HandlersOf(type).Select(static handler => handler.Name).Distinct().ToList();
        var raisers = symbols.Flow.RaisersOf(type).ToList();
        if (handlers.Count + raisers.Count == 0)
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.EventFlowHint,
            EventPlaces.Name(type, context.CancellationToken),
            raisers.Select(static raiser => raiser.Place),
            type.Name,
            List(handlers),
            List([.. raisers.Select(static raiser => raiser.Member).Distinct()])));
    }

    private static string List(List<string> names) => names.Count switch
    {
        0 => "-",
        <= Shown => string.Join(", ", names),
        _ => string.Join(", ", names.Take(Shown)) + ", ...",
    };
}
