using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.RoslynTesting.Tests;

/// <summary>A rule for the harness to be tested with: every class is sealed. A class named Boom makes it throw.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SealedClassAnalyzer : DiagnosticAnalyzer
{
    public const string Id = "TT0001";

    private static readonly DiagnosticDescriptor s_rule = new(Id, "Seal", "Seal '{0}'", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [s_rule];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static symbol =>
        {
            if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false } type)
            {
                if (type.Name == "Boom")
                {
                    throw new InvalidOperationException("on purpose");
                }

                symbol.ReportDiagnostic(Diagnostic.Create(s_rule, type.Locations[0], type.Name));
            }
        }, SymbolKind.NamedType);
    }
}
