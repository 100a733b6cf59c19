using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1405: makes the events first and publishes them together.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PublishTogetherFix))]
[Shared]
public sealed class PublishTogetherFix : DocumentFix
{
    private const string Key = "DomainEvents.PublishTogether";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.PublishInLoop];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            context.Find<ForEachStatementSyntax>(diagnostic.Location) is { } loop
            && PublishInLoopAnalyzer.FindOnlyCall(loop) is { Expression: MemberAccessExpressionSyntax } call
            && CanBeQuery(loop, call, context, cancellationToken)
                ? [new Remedy(FixTexts.PublishTogether, Key, editor => editor.ReplaceNode(loop, (_, _) => Together(loop, call)))]
                : []);

    /// <summary>Whether the loop can be written as <c>[.. items.Select(item => new Event(item))]</c> and loses nothing by it.</summary>
    private static bool CanBeQuery(ForEachStatementSyntax loop, InvocationExpressionSyntax call, DocumentContext context, CancellationToken cancellationToken) =>
        loop.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp12 }
        && loop.Type.IsVar
        && !loop.DescendantTrivia().Any(trivia => trivia.IsDirective || (!trivia.Kind().Equals(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia) && IsInside(trivia, loop)))
        && !call.ArgumentList.DescendantNodes().Any(static node => node is AwaitExpressionSyntax or ArgumentSyntax { RefOrOutKeyword.RawKind: not 0 })
        && context.Model.GetTypeInfo(loop.Expression, cancellationToken).Type is { } items
        && items.AllInterfaces.Add(items as INamedTypeSymbol ?? context.Model.Compilation.ObjectType)
            .Any(static type => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
        && context.Model.LookupNamespacesAndTypes(loop.SpanStart, name: "Enumerable").Any(static type => type.ContainingNamespace is { Name: "Linq", ContainingNamespace.Name: "System" });

    private static bool IsInside(SyntaxTrivia trivia, ForEachStatementSyntax loop) =>
        !loop.GetLeadingTrivia().Contains(trivia) && !loop.GetTrailingTrivia().Contains(trivia);

    private static ExpressionStatementSyntax Together(ForEachStatementSyntax loop, InvocationExpressionSyntax call)
    {
        var access = (MemberAccessExpressionSyntax)call.Expression;
        var isAsync = access.Name.Identifier.ValueText == "PublishAsync";
        var arguments = call.ArgumentList.Arguments;
        var items = loop.Expression is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            ? loop.Expression.WithoutTrivia().ToString()
            : $"({loop.Expression.WithoutTrivia()})";
        var rest = string.Concat(arguments.Skip(1).Select(static argument => ", " + argument.WithoutTrivia()));
        var text = $"{access.Expression.WithoutTrivia()}.{(isAsync ? "PublishBatchAsync" : "PublishBatch")}([.. {items}.Select({loop.Identifier.Text} => {arguments[0].Expression.WithoutTrivia()})]{rest})";
        var configured = loop.Statement.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .FirstOrDefault(static node => node.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" });
        return SyntaxFactory.ExpressionStatement(SyntaxFactory.ParseExpression((isAsync ? "await " : "") + text + (configured is null ? "" : ".ConfigureAwait" + configured.ArgumentList)))
            .WithTriviaFrom(loop);
    }
}
