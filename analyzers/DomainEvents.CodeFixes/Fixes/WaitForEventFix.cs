using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1603: waits for the event by the spy that the test has, and no longer than that takes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WaitForEventFix))]
[Shared]
public sealed class WaitForEventFix : DocumentFix
{
    private const string Key = "DomainEvents.WaitForEvent";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SleepInTest];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<InvocationExpressionSyntax>(diagnostic.Location) is not { } sleep
            || KnownSymbols.Find(context.Model.Compilation) is not { } symbols
            || sleep.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Body: { } body }
            || FindSpy(sleep, symbols, context.Model) is not { } spy
            || FindPublished(body, sleep, symbols, context.Model, cancellationToken) is not { } domainEvent
            || !AsyncFunctions.CanAwait(sleep)
            || sleep.Parent is not (AwaitExpressionSyntax { Parent: ExpressionStatementSyntax } or ExpressionStatementSyntax))
        {
            return Task.FromResult(ImmutableArray<Remedy>.Empty);
        }

        var wait = SyntaxFactory.ParseExpression($"{spy}.WaitForAsync<{domainEvent.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>()");
        wait = wait.ReplaceNodes(
            wait.DescendantNodes().OfType<TypeArgumentListSyntax>().Take(1).Select(static list => list.Arguments[0]),
            static (_, type) => type.WithAdditionalAnnotations(Simplifier.Annotation));
        return Task.FromResult<ImmutableArray<Remedy>>([new Remedy(FixTexts.WaitForEvent(domainEvent.Name), Key, editor => editor.ReplaceNode(
            sleep,
            (node, _) => (sleep.Parent is AwaitExpressionSyntax ? wait : AsyncFunctions.Await(wait))
                .WithTriviaFrom(node)))]);
    }

    /// <summary>The spy in scope: of two, nobody knows which.</summary>
    private static string? FindSpy(SyntaxNode place, KnownSymbols symbols, SemanticModel model)
    {
        var spies = model.LookupSymbols(place.SpanStart).Where(symbol => symbol switch
        {
            ILocalSymbol local => KnownSymbols.Is(local.Type, symbols.Type("DomainEvents.Testing.EventSpy")) && local.Locations[0].SourceSpan.Start < place.SpanStart,
            IFieldSymbol field => KnownSymbols.Is(field.Type, symbols.Type("DomainEvents.Testing.EventSpy")),
            _ => false,
        }).ToList();
        return spies.Count == 1 ? spies[0].Name : null;
    }

    private static INamedTypeSymbol? FindPublished(
        BlockSyntax body, SyntaxNode sleep, KnownSymbols symbols, SemanticModel model, CancellationToken cancellationToken) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().LastOrDefault(call => call.SpanStart < sleep.SpanStart && CallNames.MayPublish(call)) is { } publish
        && model.GetOperation(publish, cancellationToken) is IInvocationOperation operation
        && PublishCall.From(operation, symbols) is { IsBatch: false, EventType: INamedTypeSymbol { TypeKind: TypeKind.Class } domainEvent }
            ? domainEvent
            : null;
}
