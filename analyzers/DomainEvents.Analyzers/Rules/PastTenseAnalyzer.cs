using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Naming;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Naming;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1101: an event whose name does not say that something has happened.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PastTenseAnalyzer : DomainEventAnalyzer
{
    /// <summary>The property of a diagnostic that holds the name to offer.</summary>
    internal const string NameProperty = "Name";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NotPastTense];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false, IsStatic: false }
            || symbols.FindEventAttribute(type) is not { } attribute
            || EventAttributeValues.From(attribute).Naming != EventNaming.Inferred)
        {
            return;
        }

        // Outcomes and what is about to happen have names of their own: OrderTimeout, MeetingStarting.
        if (EventNames.Infer(type) is { EventType: not null, IsSure: true } || !PastTenseName.IsMissing(type.Name))
        {
            return;
        }

        var place = EventPlaces.Name(type, context.CancellationToken);
        if (place.SourceTree is { } tree
            && PastTenseName.HasAny(type.Name, RuleOptions.List(context.Options, tree, DiagnosticIds.NotPastTense, RuleOptions.PastTenseWords)))
        {
            return;
        }

        var name = PastTenseName.Suggest(type.Name) is { } suggested && IsFree(type, suggested) ? suggested : null;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.NotPastTense,
            place,
            ImmutableDictionary<string, string?>.Empty.Add(NameProperty, name),
            type.Name,
            name ?? "OrderPlaced"));
    }

    private static bool IsFree(INamedTypeSymbol type, string name) =>
        ((INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace).GetMembers(name).IsEmpty;
}
