using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers;

/// <summary>What rules about the values of events share.</summary>
public abstract class EventMemberAnalyzer : DomainEventAnalyzer
{
    private protected sealed override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) => context.RegisterSymbolAction(
        symbol =>
        {
            if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class, IsStatic: false } type && symbols.FindEventAttribute(type) is { } attribute)
            {
                foreach (var member in EventMember.Of(type, symbol.CancellationToken))
                {
                    Analyze(symbol, symbols, attribute, type, member);
                }
            }
        },
        SymbolKind.NamedType);

    private protected abstract void Analyze(
        SymbolAnalysisContext context, KnownSymbols symbols, AttributeData attribute, INamedTypeSymbol type, EventMember member);
}
