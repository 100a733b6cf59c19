using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1102, DEVT1106 and DEVT1108: writes the event type that the analyzer suggests into the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteEventTypeFix))]
[Shared]
public sealed class WriteEventTypeFix : DocumentFix
{
    private const string Key = "DomainEvents.WriteEventType";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [DiagnosticIds.MalformedEventType, DiagnosticIds.GuessedEventType, DiagnosticIds.NoEventType];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            diagnostic.Properties.TryGetValue(EventTypeNameAnalyzer.SuggestionProperty, out var eventType)
            && eventType is not null
            && context.Find<AttributeSyntax>(diagnostic.AdditionalLocations[0]) is { } attribute
            && HasRoom(attribute)
                ? [new Remedy(
                    FixTexts.WriteEventType(eventType),
                    Key,
                    editor => editor.ReplaceNode(attribute, (node, _) => Write((AttributeSyntax)node, eventType)))]
                : []);

    /// <summary>A constant that stands there may serve elsewhere too: its text is not ours to change or to cut off.</summary>
    private static bool HasRoom(AttributeSyntax attribute) => EventType(attribute) is null or { Expression: LiteralExpressionSyntax };

    private static AttributeArgumentSyntax? EventType(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);

    private static AttributeSyntax Write(AttributeSyntax attribute, string eventType)
    {
        var literal = SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(eventType));
        if (EventType(attribute) is { } written)
        {
            return attribute.ReplaceNode(written.Expression, literal.WithTriviaFrom(written.Expression));
        }

        var argument = SyntaxFactory.AttributeArgument(literal);
        if (attribute.ArgumentList is not { Arguments: { Count: > 0 } arguments } list)
        {
            return attribute.WithArgumentList(SyntaxFactory.AttributeArgumentList([argument]));
        }

        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
            [argument, SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), .. arguments.GetWithSeparators()])));
    }
}
