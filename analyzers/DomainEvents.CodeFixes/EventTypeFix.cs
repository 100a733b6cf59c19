using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes;

/// <summary>What fixes share that write the event type which an analyzer suggests into the event's attribute.</summary>
public abstract class EventTypeFix : DocumentFix
{
    /// <summary>The key of the only action.</summary>
    private protected abstract string Key { get; }

    private protected sealed override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            diagnostic.Properties.TryGetValue(EventTypeNameAnalyzer.SuggestionProperty, out var eventType)
            && eventType is not null
            && diagnostic.AdditionalLocations.Count > 0
            && context.Find<AttributeSyntax>(diagnostic.AdditionalLocations[0]) is { } attribute
            && (EventTypeArgument.HasRoom(attribute) || diagnostic.Id == DiagnosticIds.NoEventType)
                ? [new Remedy(
                    FixTexts.WriteEventType(eventType),
                    Key,
                    editor => editor.ReplaceNode(attribute, (node, _) => EventTypeArgument.Write((AttributeSyntax)node, eventType)))]
                : []);
}
