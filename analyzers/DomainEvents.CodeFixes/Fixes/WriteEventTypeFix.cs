using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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
            && EventTypeArgument.HasRoom(attribute)
                ? [new Remedy(
                    FixTexts.WriteEventType(eventType),
                    Key,
                    editor => editor.ReplaceNode(attribute, (node, _) => EventTypeArgument.Write((AttributeSyntax)node, eventType)))]
                : []);
}
