using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1513: an event that asks for a pool and of which not everything can be set again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnpooledEventAnalyzer : EventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnpooledEvent];

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        if (!source.Values.Pooled || source.Type.IsAbstract)
        {
            return;
        }

        // What the generator wrote is the answer: where it wrote nothing at all, another rule says why.
        var written = source.Type.GetMembers().Where(RuntimeSymbols.IsGenerated).ToList();
        if (written.Count == 0 || written.Exists(static member => member.Name == "Rent"))
        {
            return;
        }

        var members = source.Members().Where(static member => member.Symbol is not IPropertySymbol { IsPartialDefinition: true }).ToList();
        foreach (var member in members)
        {
            Report(context, source, member.Symbol.Locations[0], Texts.Get("DEVT1513_Property", member.Name));
        }

        var taken = source.Type.GetMembers().FirstOrDefault(static member => PoolRules.IsMember(member.Name));
        if (taken is not null)
        {
            Report(context, source, taken.Locations[0], Texts.Get("DEVT1513_Member", taken.Name));
        }
        else if (members.Count == 0)
        {
            var reason = Texts.Get(Obstacle(context.Compilation, source));
            Report(context, source, EventPlaces.Name(source.Type, context.CancellationToken), reason);
        }
    }

    private static string Obstacle(Compilation compilation, EventSymbol source)
    {
        var constructors = new ConstructorSymbols(compilation);
        if (source.HasParameterList)
        {
            return "DEVT1513_Parameters";
        }

        if (constructors.FindGenerated(source) is not { } generated || constructors.HasWritten(source.Type, generated.Parameters))
        {
            return "DEVT1513_Constructor";
        }

        return generated.Parameters.Count > source.Members().Count() ? "DEVT1513_Parameters" : "DEVT1513_Identity";
    }

    private static void Report(SymbolAnalysisContext context, EventSymbol source, Location location, LocalizableString reason) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnpooledEvent, location, source.Type.Name, reason));
}
