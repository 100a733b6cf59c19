using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1004: a constructor of the user's with the parameters of the one that would be generated.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrittenConstructorAnalyzer : EventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.WrittenConstructor];

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        // One without parameters has nothing to check, so nothing is lost by writing it.
        if (symbols.ConstructorOf(source) is { Generated.Parameters.Count: > 0, Written: { } written })
        {
            var attribute = EventPlaces.EventAttribute(source.Type, context.CancellationToken);
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.WrittenConstructor, written.Locations[0], attribute is null ? [] : [attribute.GetLocation()], source.Type.Name));
        }
    }
}
