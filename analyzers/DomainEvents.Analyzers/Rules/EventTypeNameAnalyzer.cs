using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Naming;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Symbols;
using DomainEvents.Naming;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1102, DEVT1106 and DEVT1108: an event type that is malformed, guessed or missing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventTypeNameAnalyzer : DomainEventAnalyzer
{
    /// <summary>The property of a diagnostic that holds the event type its fix is to write.</summary>
    internal const string SuggestionProperty = "Suggestion";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.MalformedEventType, Descriptors.GuessedEventType, Descriptors.NoEventType];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class
            || symbols.FindEventAttribute(type) is not { } attribute
            || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax syntax)
        {
            return;
        }

        var values = EventAttributeValues.From(attribute);
        if (values.Naming == EventNaming.Given)
        {
            AnalyzeWritten(context, type, values, syntax);
        }
        else if (values.Naming == EventNaming.Inferred && !type.IsAbstract)
        {
            AnalyzeInferred(context, type, syntax);
        }
    }

    private static void AnalyzeWritten(SymbolAnalysisContext context, INamedTypeSymbol type, EventAttributeValues values, AttributeSyntax syntax)
    {
        if (syntax.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null) is not { } written)
        {
            return;
        }

        if (EventTypeGrammar.IsValid(values.EventType, values.External))
        {
            if (written.Expression is not LiteralExpressionSyntax && IsGeneratedWithoutName(type))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.NoEventType,
                    written.GetLocation(),
                    [syntax.GetLocation()],
                    Suggest(values.EventType),
                    Texts.Get("DEVT1108_Generated", type.Name),
                    values.EventType));
            }

            return;
        }

        var suggestion = EventTypeGrammar.Suggest(values.EventType);
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.MalformedEventType,
            written.GetLocation(),
            [syntax.GetLocation()],
            Suggest(suggestion),
            values.EventType ?? "",
            suggestion ?? "order.placed"));
    }

    private static void AnalyzeInferred(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeSyntax syntax)
    {
        var inferred = EventNames.Infer(type);
        if (inferred is { EventType: not null, IsSure: true })
        {
            return;
        }

        var isGuess = inferred.EventType is not null;
        context.ReportDiagnostic(Diagnostic.Create(
            isGuess ? Descriptors.GuessedEventType : Descriptors.NoEventType,
            EventPlaces.Name(type, context.CancellationToken),
            [syntax.GetLocation()],
            Suggest(inferred.EventType ?? Occurrence(inferred.ConstantName)),
            isGuess ? type.Name : Texts.Get("DEVT1108_Inferred", type.Name),
            inferred.EventType ?? "domain.action"));
    }

    /// <summary>Whether the generated part lacks the name that the compiler finds in the attribute: it stands in another generated part.</summary>
    private static bool IsGeneratedWithoutName(INamedTypeSymbol type) =>
        type.GetMembers("EventTypeName").IsEmpty && type.GetMembers().Any(RuntimeSymbols.IsGenerated);

    /// <summary>Says that something happened, which is all that a name without an action says: a text to be replaced, not a guess.</summary>
    private static string? Occurrence(string constantName)
    {
        var words = new List<NameWord>();
        NameWord.Split(constantName, 0, constantName.Length, words);
        var eventType = string.Join("_", words.Select(static word => word.Text)) + ".occurred";
        return EventTypeGrammar.IsValid(eventType) ? eventType : null;
    }

    private static ImmutableDictionary<string, string?> Suggest(string? eventType) =>
        ImmutableDictionary<string, string?>.Empty.Add(SuggestionProperty, eventType);
}
