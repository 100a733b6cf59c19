using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1010: marks the subclass of an event as one and makes it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkAsEventFix))]
[Shared]
public sealed class MarkAsEventFix : DocumentFix
{
    private const string Key = "DomainEvents.MarkAsEvent";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnmarkedSubclass];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            context.Find<TypeDeclarationSyntax>(diagnostic.Location) is { } declaration && CanHavePart(declaration)
                ? [new Remedy(
                    FixTexts.MarkAsEvent,
                    Key,
                    editor => editor.ReplaceNode(declaration, (node, _) => Mark((TypeDeclarationSyntax)node, context.LineEnd)))]
                : []);

    private static bool CanHavePart(TypeDeclarationSyntax declaration) =>
        !declaration.Modifiers.Any(SyntaxKind.FileKeyword)
        && declaration.Ancestors().OfType<TypeDeclarationSyntax>().All(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static TypeDeclarationSyntax Mark(TypeDeclarationSyntax declaration, string lineEnd)
    {
        var trivia = declaration.GetLeadingTrivia();
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::DomainEvents.DomainEvent"))
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var list = SyntaxFactory.AttributeList([attribute]).WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd));

        // The comment stands before the first attribute; the declaration keeps its indentation.
        var indentation = trivia.Reverse().TakeWhile(static part => part.IsKind(SyntaxKind.WhitespaceTrivia));
        var bare = PartialKeyword.AddTo(declaration.WithLeadingTrivia(indentation));
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list.WithLeadingTrivia(trivia)));
    }
}
