using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1503: makes the handler a static lambda that reaches its target through its parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WeakClosureFix))]
[Shared]
public sealed class WeakClosureFix : DocumentFix
{
    private const string Key = "DomainEvents.MakeHandlerStatic";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.WeakClosure];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            SubscriptionSite.Find(context, diagnostic.Location, cancellationToken) is { } site
            && WeakHandler.WithoutClosure(site) is { } handler
                ? [new Remedy(
                    FixTexts.MakeHandlerStatic,
                    Key,
                    editor => editor.ReplaceNode(site.Call.Handler.Syntax, (node, _) => handler.WithTriviaFrom(node)))]
                : []);
}
