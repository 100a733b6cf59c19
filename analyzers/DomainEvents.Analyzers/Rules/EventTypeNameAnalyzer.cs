using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Naming;
using DomainEvents.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1102 and DEVT1108: an event without a usable event type, whether written or inferred.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventTypeNameAnalyzer : DomainEventAnalyzer
{
    /// <summary>The property of a diagnostic that holds the event type its fix is to write.</summary>
    internal const string SuggestionProperty = "Suggestion";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.MalformedEventType, Descriptors.NoEventType];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || symbols.FindEventAttribute(type) is not { } attribute)
        {
            return;
        }

        var arguments = attribute.ConstructorArguments;
        if (arguments.Length == 1 && arguments[0].Kind == TypedConstantKind.Primitive)
        {
            AnalyzeWritten(context, attribute, arguments[0].Value as string);
        }
        else if (arguments.IsEmpty && !type.IsAbstract && Infer(type).EventType is null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.NoEventType, type.Locations[0], type.Name));
        }
    }

    private static InferredName Infer(INamedTypeSymbol type) => EventNameInference.Infer(
        type.Name,
        type.ContainingType?.Name,
        type.ContainingNamespace is { IsGlobalNamespace: false } containing ? containing.ToDisplayString() : "");

    private static void AnalyzeWritten(SymbolAnalysisContext context, AttributeData attribute, string? eventType)
    {
        var external = attribute.NamedArguments.Any(argument => argument is { Key: "External", Value.Value: true });
        if (EventTypeGrammar.IsValid(eventType, external)
            || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax
            || syntax.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals is null) is not { } written)
        {
            return;
        }

        var suggestion = EventTypeGrammar.Suggest(eventType);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.MalformedEventType,
            written.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(SuggestionProperty, suggestion),
            eventType ?? "",
            suggestion ?? "order.placed"));
    }
}
