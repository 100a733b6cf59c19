using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Naming;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1104 and DEVT1105: a text where the constant of an event type could stand, and one that no event has but nearly.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventTypeLiteralAnalyzer : DomainEventAnalyzer
{
    /// <summary>The property of a diagnostic that holds the constant to write, in full.</summary>
    internal const string ConstantProperty = "Constant";

    private const int LargestDistance = 2;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EventTypeLiteral, Descriptors.EventTypeTypo];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        var keys = new EventTypeKeys(symbols);
        context.RegisterSyntaxNodeAction(
            node =>
            {
                // Nothing is bound but what may be an event type: most texts are none.
                if (MayBeUsed(node.Node)
                    && MayBeEventType(((LiteralExpressionSyntax)node.Node).Token, symbols)
                    && node.SemanticModel.GetOperation(node.Node, node.CancellationToken) is { } operation
                    && Text(operation) is { } text
                    && (EventTypeTexts.IsUsedAsEventType(operation, symbols) || keys.IsKey(operation, node.SemanticModel, node.CancellationToken)))
                {
                    Report(node.ReportDiagnostic, node.Options, symbols, operation, text);
                }
            },
            SyntaxKind.StringLiteralExpression);
    }

    /// <summary>What is merely kept, returned or said of a declaration is compared with nothing and looked up nowhere.</summary>
    private static bool MayBeUsed(SyntaxNode literal) => literal.Parent is not (
        EqualsValueClauseSyntax or AttributeArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or InterpolationSyntax);

    /// <summary>Whether a literal is an event type, or has the form of one: words and a dot between them.</summary>
    private static bool MayBeEventType(SyntaxToken token, KnownSymbols symbols) =>
        (token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken))
        && token.ValueText is { Length: > 2 } text
        && (symbols.EventTypes.Find(text) is not null
            || (text.IndexOf('.') > 0 && text.All(static c => char.IsLetterOrDigit(c) || c is '.' or '_' or '-')));

    private static string? Text(IOperation operation) =>
        operation is ILiteralOperation { ConstantValue: { HasValue: true, Value: string { Length: > 0 } text } } ? text : null;

    private static void Report(Action<Diagnostic> report, AnalyzerOptions options, KnownSymbols symbols, IOperation operation, string text)
    {
        var location = operation.Syntax.GetLocation();
        if (symbols.EventTypes.Find(text) is { } known)
        {
            if (known.Constant is { } constant)
            {
                report(Diagnostic.Create(
                    Descriptors.EventTypeLiteral, location, Properties(constant), text, $"{constant.ContainingType.Name}.{constant.Name}"));
            }
        }
        else if (!RuleOptions.List(options, operation.Syntax.SyntaxTree, DiagnosticIds.EventTypeTypo, RuleOptions.KnownEventTypes).Contains(text)
            && Nearest(symbols.EventTypes, text) is { } meant)
        {
            report(Diagnostic.Create(Descriptors.EventTypeTypo, location, Properties(meant.Constant), text, meant.EventType));
        }
    }

    private static KnownEventType? Nearest(EventTypesInScope scope, string text)
    {
        // In a short text, two letters are half a word.
        var limit = text.Length < 2 * (LargestDistance + 1) ? 1 : LargestDistance;
        KnownEventType? nearest = null;
        foreach (var known in scope.All)
        {
            var distance = EditDistance.Between(text, known.EventType, limit);
            if (distance <= limit
                && (distance < limit || nearest is null || string.CompareOrdinal(known.EventType, nearest.EventType) < 0)
                && Misspelling.IsLikely(text, known.EventType))
            {
                nearest = known;
                limit = distance;
            }
        }

        return nearest;
    }

    private static ImmutableDictionary<string, string?> Properties(IFieldSymbol? constant) => constant is null
        ? ImmutableDictionary<string, string?>.Empty
        : ImmutableDictionary<string, string?>.Empty.Add(
            ConstantProperty,
            constant.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) + "." + CSharpIdentifier.Escape(constant.Name));
}
