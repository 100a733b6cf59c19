using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1001 and DEVT1011: adds <c>partial</c> to the type and to every type that contains it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix))]
[Shared]
public sealed class MakePartialFix : DocumentFix
{
    private const string Key = "DomainEvents.MakePartial";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EventMustBePartial, DiagnosticIds.AggregateMustBePartial];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(context.Find<TypeDeclarationSyntax>(diagnostic.Location) is { } declaration && Lacks(declaration)
            ? [new Remedy(
                FixTexts.MakePartial,
                Key,
                editor =>
                {
                    // A container comes once for each of its events.
                    foreach (var type in declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
                    {
                        editor.ReplaceNode(type, static (node, _) => PartialKeyword.AddTo((TypeDeclarationSyntax)node));
                    }
                })]
            : []);

    /// <summary>What is partial already is not helped by the keyword.</summary>
    private static bool Lacks(TypeDeclarationSyntax declaration) =>
        declaration.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Any(static type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));
}
