using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers;

/// <summary>What rules about one event at a time share: they see the types for which the generator writes a part, and no others.</summary>
public abstract class EventAnalyzer : DomainEventAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (!Concerns(context.Compilation))
        {
            return;
        }

        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbols.Event((INamedTypeSymbol)symbol.Symbol) is { } source)
                {
                    Analyze(symbol, source, symbols);
                }
            },
            SymbolKind.NamedType);
    }

    /// <summary>Whether a compilation can have what the rule looks for.</summary>
    private protected virtual bool Concerns(Compilation compilation) => true;

    private protected abstract void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols);
}
