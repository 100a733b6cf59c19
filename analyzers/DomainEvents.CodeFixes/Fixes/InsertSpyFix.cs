using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1601: attaches a spy before the publish and asserts behind it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertSpyFix))]
[Shared]
public sealed class InsertSpyFix : DocumentFix
{
    private const string Key = "DomainEvents.InsertSpy";
    private const string Spy = "spy";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnassertedTest];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<MethodDeclarationSyntax>(diagnostic.Location) is not { Body: { } body } method
            || KnownSymbols.Find(context.Model.Compilation) is not { } symbols
            || symbols.Type("DomainEvents.Testing.EventSpy") is not { } spy
            || body.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(CallNames.MayPublish) is not { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax publisher } } call
            || call.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax { Parent: BlockSyntax } statement
            || statement.Parent != body
            || context.Model.GetOperation(call, cancellationToken) is not IInvocationOperation operation
            || PublishCall.From(operation, symbols) is not { IsBatch: false, EventType: INamedTypeSymbol { TypeKind: TypeKind.Class } domainEvent }
            || !KnownSymbols.Is(context.Model.GetTypeInfo(publisher, cancellationToken).Type, symbols.ConcretePublisher)
            || method.DescendantTokens().Any(static token => token.ValueText == Spy)
            || !context.Model.LookupSymbols(statement.SpanStart, name: Spy).IsEmpty)
        {
            return Task.FromResult(ImmutableArray<Remedy>.Empty);
        }

        var index = body.Statements.IndexOf(statement);
        var annotations = context.NameOf(spy, statement.SpanStart);
        return Task.FromResult<ImmutableArray<Remedy>>([new Remedy(FixTexts.InsertSpy, Key, editor => editor.ReplaceNode(
            body, (node, _) => Insert((BlockSyntax)node, index, publisher.ToString(), domainEvent, annotations, LineEnds.Around(method))))]);
    }

    private static BlockSyntax Insert(BlockSyntax body, int index, string publisher, INamedTypeSymbol domainEvent, SyntaxAnnotation[] annotations, SyntaxTrivia lineEnd)
    {
        var attach = Statement($"using var {Spy} = EventSpy.Attach({publisher});");
        attach = attach.ReplaceNodes(attach.DescendantNodes().OfType<IdentifierNameSyntax>().Where(static name => name.Identifier.ValueText == "EventSpy"),
            (_, _) => SyntaxFactory.ParseExpression("global::DomainEvents.Testing.EventSpy").WithAdditionalAnnotations(annotations));
        var assert = Statement($"{Spy}.AssertPublished<{domainEvent.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>();");
        var published = body.Statements[index];
        return body.WithStatements(body.Statements
            .Replace(published, published.WithLeadingTrivia(published.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))))
            .Insert(index + 1, assert)
            .Insert(index, attach.WithLeadingTrivia(published.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)))));

        StatementSyntax Statement(string text) =>
            SyntaxFactory.ParseStatement(text).WithTrailingTrivia(lineEnd).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
    }
}
