using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1103: puts what tells two events apart in front of the event type of one of them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(QualifyEventTypeFix))]
[Shared]
public sealed class QualifyEventTypeFix : DocumentFix
{
    private const string Key = "DomainEvents.QualifyEventType";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DuplicateEventType];

    // One of the two is to keep its name, for stored data has it: which one, only the user knows.
    private protected override bool CanFixAll => false;

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            diagnostic.Properties.TryGetValue(EventTypeNameAnalyzer.SuggestionProperty, out var eventType)
            && eventType is not null
            && diagnostic.AdditionalLocations.Count > 0
            && context.Find<AttributeSyntax>(diagnostic.AdditionalLocations[0]) is { } attribute
            && EventTypeArgument.HasRoom(attribute)
                ? [new Remedy(
                    FixTexts.WriteEventType(eventType),
                    Key,
                    editor => editor.ReplaceNode(attribute, (node, _) => EventTypeArgument.Write((AttributeSyntax)node, eventType)))]
                : []);
}
