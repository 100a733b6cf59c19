using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1305: awaits what blocks, and makes a synchronous handler an asynchronous one where nothing stands against it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitBlockingFix))]
[Shared]
public sealed class AwaitBlockingFix : DocumentFix
{
    private const string Key = "DomainEvents.Await";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockingHandler];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(BlockingHandlerAnalyzer.WayOutProperty, out var wayOut)
            || wayOut is null
            || context.Find<ExpressionSyntax>(diagnostic.Location) is not { } blocking
            || Awaited(blocking, wayOut) is not { } awaited
            || await FindPreparationAsync(blocking, context, cancellationToken).ConfigureAwait(false) is not { } preparation)
        {
            return [];
        }

        // What a cancellation does not end would only be the next thing to report.
        var parameter = preparation.Token is null ? null : ParameterOfToken(blocking, awaited, wayOut, context, cancellationToken);
        return
        [
            new Remedy(FixTexts.Await, Key, editor =>
            {
                editor.ReplaceNode(blocking, (node, _) => Write((ExpressionSyntax)node, wayOut, parameter is null ? null : preparation.Token, parameter));
                preparation.Apply(editor);
            }),
        ];
    }

    /// <summary>The parameter that the token is to be named for, empty where it is the next one, <see langword="null"/> where none is taken.</summary>
    private static string? ParameterOfToken(
        ExpressionSyntax blocking, ExpressionSyntax awaited, string wayOut, DocumentContext context, CancellationToken cancellationToken) => wayOut switch
    {
        BlockingHandlerAnalyzer.AwaitDelay => "",
        BlockingHandlerAnalyzer.AwaitTwin =>
            context.Model.GetOperation(blocking, cancellationToken) is IInvocationOperation call && TokenForwarding.TwinTakesToken(call, context.Model) ? "" : null,
        _ => CallIn(awaited) is { } invocation
            && TokenForwarding.MayTakeToken(invocation)
            && context.Model.GetOperation(invocation, cancellationToken) is IInvocationOperation operation
                ? TokenForwarding.Lacks(operation, context.Model)
                : null,
    };

    /// <summary>The call whose task is awaited, before <c>ConfigureAwait</c>.</summary>
    private static InvocationExpressionSyntax? CallIn(ExpressionSyntax awaited)
    {
        while (awaited is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask", Expression: var inner } })
        {
            awaited = inner;
        }

        return awaited as InvocationExpressionSyntax;
    }

    /// <summary>What has to happen to the function around, or <see langword="null"/> where it cannot await.</summary>
    private static async Task<Preparation?> FindPreparationAsync(
        ExpressionSyntax blocking, DocumentContext context, CancellationToken cancellationToken)
    {
        if (AsyncFunctions.CanAwait(blocking))
        {
            return new Preparation(AsyncFunctions.TokenAround(blocking, context, cancellationToken), static _ => { });
        }

        if (AsyncFunctions.Around(blocking) is not MethodDeclarationSyntax method || AsyncFunctions.IsForbidden(blocking))
        {
            return null;
        }

        if (await AsyncHandlerClass.PlanAsync(method, context, cancellationToken).ConfigureAwait(false) is { } handler)
        {
            return new Preparation(AsyncHandlerClass.Token, handler.Apply);
        }

        return await AsyncFunctions.FindConvertibleAsync(blocking, context, cancellationToken).ConfigureAwait(false) is not null
            ? new Preparation(
                AsyncFunctions.TokenAround(blocking, context, cancellationToken),
                editor => editor.ReplaceNode(method, static (node, _) => AsyncFunctions.WithTask((MethodDeclarationSyntax)node)))
            : null;
    }

    private static ExpressionSyntax Write(ExpressionSyntax blocking, string wayOut, string? token, string? parameter)
    {
        var call = Awaited(blocking, wayOut)!;
        if (token is not null && CallIn(call) is { } invocation)
        {
            call = call.ReplaceNode(invocation, invocation.WithArgumentList(ArgumentLists.Append(invocation.ArgumentList, token, parameter)));
        }

        var awaited = AsyncFunctions.Await(call.WithTriviaFrom(blocking));
        return blocking.Parent is ExpressionStatementSyntax or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArgumentSyntax
            or AssignmentExpressionSyntax
            ? awaited
            : SyntaxFactory.ParenthesizedExpression(awaited.WithoutTrivia()).WithTriviaFrom(blocking).WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private static ExpressionSyntax? Awaited(ExpressionSyntax blocking, string wayOut) => (wayOut, blocking) switch
    {
        (BlockingHandlerAnalyzer.AwaitTask, MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task }) => task,
        (BlockingHandlerAnalyzer.AwaitTask, InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task } }) => task,
        (BlockingHandlerAnalyzer.AwaitTask, InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Expression: var task } },
            },
        }) => task,
        (BlockingHandlerAnalyzer.AwaitDelay, InvocationExpressionSyntax call) => call.WithExpression(
            SyntaxFactory.ParseExpression("global::System.Threading.Tasks.Task.Delay").WithAdditionalAnnotations(Simplifier.Annotation)),
        (BlockingHandlerAnalyzer.AwaitTwin, InvocationExpressionSyntax call) => Renamed(call),
        _ => null,
    };

    private static InvocationExpressionSyntax? Renamed(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => call.WithExpression(access.WithName(Async(access.Name))),
        SimpleNameSyntax name => call.WithExpression(Async(name)),
        _ => null,
    };

    private static SimpleNameSyntax Async(SimpleNameSyntax name) =>
        name.WithIdentifier(SyntaxFactory.Identifier(name.Identifier.ValueText + "Async").WithTriviaFrom(name.Identifier));

    /// <summary>What makes the function around able to await.</summary>
    /// <param name="Token">The token that it has then, or <see langword="null"/>.</param>
    /// <param name="Apply">Makes it so.</param>
    private sealed record Preparation(string? Token, Action<SyntaxEditor> Apply);
}
