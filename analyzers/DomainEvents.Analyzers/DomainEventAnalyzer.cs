using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers;

/// <summary>What all rules share: generated code is left alone, callbacks run side by side, and nothing runs without the runtime.</summary>
public abstract class DomainEventAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownSymbols.Find(start.Compilation) is { } symbols)
            {
                Register(start, symbols);
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, KnownSymbols symbols);
}
