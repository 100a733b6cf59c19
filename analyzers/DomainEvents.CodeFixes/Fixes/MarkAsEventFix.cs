using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1010: marks the subclass of an event as one and makes it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkAsEventFix))]
[Shared]
public sealed class MarkAsEventFix : DocumentFix
{
    private const string Key = "DomainEvents.MarkAsEvent";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnmarkedSubclass];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            context.Find<TypeDeclarationSyntax>(diagnostic.Location) is { } declaration && EventMark.CanHavePart(declaration)
                ? [new Remedy(
                    FixTexts.MarkAsEvent,
                    Key,
                    editor => editor.ReplaceNode(declaration, (node, _) => EventMark.Add((TypeDeclarationSyntax)node, context.LineEnd)))]
                : []);
}
