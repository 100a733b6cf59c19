using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1203: checks the parameter at the start of the constructor.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertGuardFix))]
[Shared]
public sealed class InsertGuardFix : DocumentFix
{
    private const string Key = "DomainEvents.InsertGuard";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UncheckedConstructor];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // A primary constructor has no body to check in.
        if (context.Find<ParameterSyntax>(diagnostic.Location) is not { Parent.Parent: ConstructorDeclarationSyntax constructor } parameter
            || (constructor.Body is null && constructor.ExpressionBody is null))
        {
            return Task.FromResult(ImmutableArray<Remedy>.Empty);
        }

        var check = diagnostic.Properties.TryGetValue(UncheckedConstructorAnalyzer.AllowBlankProperty, out var value) && value is not null
            ? "global::System.ArgumentNullException.ThrowIfNull"
            : "global::System.ArgumentException.ThrowIfNullOrWhiteSpace";
        return Task.FromResult<ImmutableArray<Remedy>>([new Remedy(
            FixTexts.InsertGuard(parameter.Identifier.ValueText),
            Key,
            editor => editor.ReplaceNode(constructor, (node, _) => Insert((ConstructorDeclarationSyntax)node, $"{check}({parameter.Identifier.Text});", LineEnds.Around(constructor))))]);
    }

    private static ConstructorDeclarationSyntax Insert(ConstructorDeclarationSyntax constructor, string check, SyntaxTrivia lineEnd)
    {
        var statement = SyntaxFactory.ParseStatement(check)
            .WithTrailingTrivia(lineEnd)
            .WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        if (constructor.Body is { } body)
        {
            var index = body.Statements.TakeWhile(static candidate => candidate.ToString().IndexOf(".ThrowIfNull", StringComparison.Ordinal) > 0).Count();
            return constructor.WithBody(body.WithStatements(body.Statements.Insert(index, statement)));
        }

        var stored = SyntaxFactory.ExpressionStatement(constructor.ExpressionBody!.Expression.WithoutTrivia()).WithTrailingTrivia(lineEnd);
        var open = constructor.Initializer is { } initializer
            ? constructor.WithInitializer(initializer.WithTrailingTrivia(lineEnd))
            : constructor.WithParameterList(constructor.ParameterList.WithTrailingTrivia(lineEnd));
        return open
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(SyntaxFactory.Block(statement, stored).WithTrailingTrivia(constructor.SemicolonToken.TrailingTrivia))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
