using System.Collections.Concurrent;
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

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        var found = new ConcurrentQueue<NamedEvent>();
        context.RegisterSymbolAction(
            symbol =>
            {
                if (EventSymbol.From((INamedTypeSymbol)symbol.Symbol) is { } source && NamedEvent.FromSource(source) is { } named)
                {
                    found.Enqueue(named);
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end => Compare(end, found, symbols));
    }

    private static void Compare(CompilationAnalysisContext context, IEnumerable<NamedEvent> found, KnownSymbols symbols)
    {
        var own = found.ToLookup(static named => (named.EventType, named.Version));
        if (own.Count == 0)
        {
            return;
        }

        foreach (var group in own)
        {
            // The order of the files must not decide which of three names which.
            var events = group.OrderBy(static named => named.Type.ToDisplayString(), StringComparer.Ordinal).ToList();
            for (var i = 0; events.Count > 1 && i < events.Count; i++)
            {
                var other = events[i == 0 ? 1 : 0];
                Report(context, events[i], other.Type.ToDisplayString(), DiagnosticSeverity.Error);
            }
        }

        var runtime = symbols.DomainEventAttribute.ContainingAssembly.Name;
        foreach (var foreign in NamedEvent.OfReferences(context.Compilation, runtime, context.CancellationToken))
        {
            foreach (var named in own[(foreign.EventType, foreign.Version)])
            {
                Report(
                    context,
                    named,
                    $"{foreign.Type.ToDisplayString()} ({foreign.Type.ContainingAssembly.Name})",
                    named.IsDurable && foreign.IsDurable ? DiagnosticSeverity.Error : DiagnosticSeverity.Info);
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, NamedEvent named, string other, DiagnosticSeverity severity) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.DuplicateEventType,
            EventPlaces.Name(named.Type, context.CancellationToken),
            severity,
            additionalLocations: null,
            properties: null,
            named.EventType,
            named.Version.ToString(CultureInfo.InvariantCulture),
            named.Type.ToDisplayString(),
            other));
}
