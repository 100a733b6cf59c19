using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1009: the project's language version lacks what generated code uses.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LanguageVersionAnalyzer : EventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.LanguageVersion];

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        if (context.Compilation is CSharpCompilation { LanguageVersion: var version } && version < LanguageFloor.Lowest)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.LanguageVersion,
                EventPlaces.Name(source.Type, context.CancellationToken),
                source.Type.Name,
                version.ToDisplayString()));
        }
    }
}
