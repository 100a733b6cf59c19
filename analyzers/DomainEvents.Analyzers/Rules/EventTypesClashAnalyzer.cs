using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Emission;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1107: the generated class EventTypes has the full name of something else.</summary>
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
        if (KnownSymbols.Find(compilation) is not { } symbols)
        {
            return;
        }

        context.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(EmissionPipeline.NamespaceProperty, out var property);
        var home = EventTypesEmitter.Namespace(property, compilation.AssemblyName);

        // Escapes are for text; metadata names have none.
        var name = home.Replace("@", "") + (home.Length == 0 ? "" : ".") + EventTypesEmitter.ClassName;
        if (EventTypesHome.FindOccupant(compilation.Assembly, home) is { } occupant)
        {
            CompareWith(occupant, context, symbols, name);
        }
        else if (compilation.Assembly.GetTypeByMetadataName(name) is not null)
        {
            CompareWithReferences(context, name);
        }
    }

    private static void CompareWith(INamespaceOrTypeSymbol occupant, CompilationAnalysisContext context, KnownSymbols symbols, string name)
    {
        if (symbols.EventTypes.Own.Count > 0)
        {
            var location = occupant.Locations.FirstOrDefault(static location => location.IsInSource) ?? Location.None;
            Report(context, location, Texts.Get("DEVT1107_Here", occupant.ToDisplayString(), name));
        }
    }

    private static void CompareWithReferences(CompilationAnalysisContext context, string name)
    {
        foreach (var assembly in context.Compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.GetTypeByMetadataName(name) is { } other && context.Compilation.IsSymbolAccessibleWithin(other, context.Compilation.Assembly))
            {
                // The name comes from the project file: no place in the source is to blame.
                Report(context, Location.None, Texts.Get("DEVT1107_Reference", name, assembly.Name));
            }
        }
    }

    private static void Report(CompilationAnalysisContext context, Location location, LocalizableString text) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.EventTypesClash, location, text));
}
