using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1107: the generated class EventTypes has the full name of another assembly's.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventTypesClashAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EventTypesClash];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Compare);
    }

    private static void Compare(CompilationAnalysisContext context)
    {
        var compilation = context.Compilation;
        context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(EmissionPipeline.NamespaceProperty, out var property);
        var home = EventTypesEmitter.Namespace(property, compilation.AssemblyName);

        // Escapes are for text; metadata names have none.
        var name = home.Replace("@", "") + (home.Length == 0 ? "" : ".") + EventTypesEmitter.ClassName;
        if (KnownSymbols.Find(compilation) is null || compilation.Assembly.GetTypeByMetadataName(name) is null)
        {
            return;
        }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.GetTypeByMetadataName(name) is { } other && compilation.IsSymbolAccessibleWithin(other, compilation.Assembly))
            {
                // The name comes from the project file: no place in the source is to blame.
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.EventTypesClash, Location.None, name, assembly.Name));
            }
        }
    }
}
