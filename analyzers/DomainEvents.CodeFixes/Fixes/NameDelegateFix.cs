using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1313: says that the lambda is an <c>Action</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameDelegateFix))]
[Shared]
public sealed class NameDelegateFix : DocumentFix
{
    private const string Key = "DomainEvents.NameDelegate";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ThrowingSubscription];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            context.Find<AnonymousFunctionExpressionSyntax>(diagnostic.Location) is { } lambda
            && context.Model.GetSymbolInfo(lambda, cancellationToken).Symbol is IMethodSymbol { Parameters: { Length: 1 } parameters }
                ? [new Remedy(
                    FixTexts.NameDelegate(parameters[0].Type.Name),
                    Key,
                    editor => editor.ReplaceNode(lambda, (node, _) => Name((ExpressionSyntax)node, parameters[0].Type)))]
                : []);

    private static ObjectCreationExpressionSyntax Name(ExpressionSyntax lambda, ITypeSymbol eventType) => SyntaxFactory
        .ObjectCreationExpression(SyntaxFactory.ParseTypeName($"global::System.Action<{eventType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}>")
            .WithAdditionalAnnotations(Simplifier.Annotation))
        .WithNewKeyword(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space))
        .WithArgumentList(SyntaxFactory.ArgumentList([SyntaxFactory.Argument(lambda.WithoutTrivia())]))
        .WithTriviaFrom(lambda);
}
