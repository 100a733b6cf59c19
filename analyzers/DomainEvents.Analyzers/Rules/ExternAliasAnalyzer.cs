using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1007: a type that the generated constructor must write in full and cannot, because only an extern alias reaches it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExternAliasAnalyzer : EventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ExternAlias];

    private protected override bool Concerns(Compilation compilation) =>
        compilation.References.Any(static reference => reference.Properties.Aliases.Any(static alias => alias != MetadataReferenceProperties.GlobalAlias));

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        if (symbols.ConstructorOf(source) is not { IsGenerated: true, Generated: { } generated })
        {
            return;
        }

        var home = EventPlaces.EventAttribute(source.Type, context.CancellationToken)?.SyntaxTree;
        var ownTypes = source.Members().ToList();
        foreach (var parameter in generated.Parameters)
        {
            if (!TypeSymbols.NeedsExternAlias(parameter.Type, context.Compilation))
            {
                continue;
            }

            var member = ownTypes.Find(own => SymbolEqualityComparer.Default.Equals(own.Type, parameter.Type))?.Symbol;
            var location = member is null ? EventPlaces.BaseClass(source.Type, context.CancellationToken) : member.Locations[0];

            // In the event's own file the alias is at hand, and the type is copied as it stands there.
            if (member is null || location.SourceTree != home)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ExternAlias, location, source.Type.Name, parameter.Type.ToDisplayString()));
                return;
            }
        }
    }
}
