using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1304: a marked method returns a task; a class becomes an asynchronous handler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AsyncVoidHandlerFix))]
[Shared]
public sealed class AsyncVoidHandlerFix : DocumentFix
{
    internal const string ReturnTaskKey = "DomainEvents.ReturnTask";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.AsyncVoidHandler];

    // A subscribed lambda or method group has no fix: whoever takes an Action there takes no task.
    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<MethodDeclarationSyntax>(diagnostic.Location) is not { } method || method.Identifier.Span != diagnostic.Location.SourceSpan)
        {
            return [];
        }

        if (await AsyncHandlerClass.PlanAsync(method, context, cancellationToken).ConfigureAwait(false) is { } handler)
        {
            return [new Remedy(FixTexts.HandleAsynchronously, AsyncHandlerClass.Key, handler.Apply)];
        }

        return await AsyncFunctions.CanReturnTaskAsync(method, context, cancellationToken).ConfigureAwait(false)
            ? [new Remedy(FixTexts.ReturnTask, ReturnTaskKey, editor => editor.ReplaceNode(method, static (node, _) => AsyncFunctions.WithTask((MethodDeclarationSyntax)node)))]
            : [];
    }
}
