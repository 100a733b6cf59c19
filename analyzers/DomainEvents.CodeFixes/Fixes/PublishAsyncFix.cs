using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1408: awaits PublishAsync instead, and makes the method asynchronous where nothing stands against it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublishAsyncFix))]
[Shared]
public sealed class PublishAsyncFix : DocumentFix
{
    private const string Key = "DomainEvents.PublishAsync";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SyncPublish];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<InvocationExpressionSyntax>(diagnostic.Location) is not { Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax } } call)
        {
            return [];
        }

        var token = AsyncFunctions.TokenAround(call, context, cancellationToken);
        if (AsyncFunctions.CanAwait(call))
        {
            return [new Remedy(FixTexts.PublishAsync, Key, editor => editor.ReplaceNode(call, (node, _) => Await((InvocationExpressionSyntax)node, token)))];
        }

        if (await AsyncFunctions.FindConvertibleAsync(call, context, cancellationToken).ConfigureAwait(false) is not { } method)
        {
            return [];
        }

        return
        [
            new Remedy(FixTexts.PublishAsync, Key, editor =>
            {
                editor.ReplaceNode(call, (node, _) => Await((InvocationExpressionSyntax)node, token));
                editor.ReplaceNode(method, static (node, _) => AsyncFunctions.WithTask((MethodDeclarationSyntax)node));
            }),
        ];
    }

    private static ExpressionSyntax Await(InvocationExpressionSyntax call, string? token)
    {
        var name = SyntaxFactory.IdentifierName("PublishAsync");
        ExpressionSyntax target = call.Expression is MemberAccessExpressionSyntax access
            ? access.WithName(name.WithTriviaFrom(access.Name))
            : name.WithTriviaFrom(call.Expression);
        var arguments = token is null ? call.ArgumentList : ArgumentLists.Append(call.ArgumentList, token);
        return AsyncFunctions.Await(call.WithExpression(target).WithArgumentList(arguments));
    }
}
