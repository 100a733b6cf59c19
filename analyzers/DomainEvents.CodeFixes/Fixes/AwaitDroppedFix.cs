using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1401 and DEVT1602: awaits the task that is dropped, and makes the method asynchronous where nothing stands against it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitDroppedFix))]
[Shared]
public sealed class AwaitDroppedFix : DocumentFix
{
    private const string Key = "DomainEvents.Await";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnobservedPublish, DiagnosticIds.DiscardedWait];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<InvocationExpressionSyntax>(diagnostic.Location) is not { } call || FindDropped(call) is not { } dropped)
        {
            return [];
        }

        if (AsyncFunctions.CanAwait(dropped))
        {
            return [new Remedy(FixTexts.Await, Key, editor => editor.ReplaceNode(dropped, static (node, _) => AsyncFunctions.Await((ExpressionSyntax)node)))];
        }

        if (await AsyncFunctions.FindConvertibleAsync(dropped, context, cancellationToken).ConfigureAwait(false) is not { } method)
        {
            return [];
        }

        return
        [
            new Remedy(FixTexts.Await, Key, editor =>
            {
                editor.ReplaceNode(dropped, static (node, _) => AsyncFunctions.Await((ExpressionSyntax)node));
                editor.ReplaceNode(method, static (node, _) => AsyncFunctions.WithTask((MethodDeclarationSyntax)node));
            }),
        ];
    }

    /// <summary>The whole expression that stands alone; behind <c>?.</c> there may be nothing to await.</summary>
    private static ExpressionSyntax? FindDropped(InvocationExpressionSyntax call)
    {
        ExpressionSyntax expression = call;
        while (expression.Parent is ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax
            || (expression.Parent is InvocationExpressionSyntax outer && outer.Expression == expression))
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return expression.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax } ? expression : null;
    }
}
