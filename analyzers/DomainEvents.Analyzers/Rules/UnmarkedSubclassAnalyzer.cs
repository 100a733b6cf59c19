using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1010: a concrete class that derives from an event without being marked as one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmarkedSubclassAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnmarkedSubclass];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.IsStatic || symbols.FindEventAttribute(type) is not null)
        {
            return;
        }

        for (var marked = type.BaseType; marked is not null; marked = marked.BaseType)
        {
            if (symbols.FindEventAttribute(marked) is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnmarkedSubclass, type.Locations[0], type.Name, marked.Name));
                return;
            }
        }
    }
}
