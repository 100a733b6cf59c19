using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1003: takes <c>[DomainEvent]</c> off what cannot be an event.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveEventMarkFix))]
[Shared]
public sealed class RemoveEventMarkFix : DocumentFix
{
    private const string Key = "DomainEvents.RemoveEventMark";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnsupportedShape];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        // The attribute may stand on a part in another file.
        if (context.Find<TypeDeclarationSyntax>(diagnostic.Location) is not { } reported
            || context.Model.GetDeclaredSymbol(reported, cancellationToken) is not INamedTypeSymbol type
            || EventPlaces.EventAttribute(type, cancellationToken) is not { Parent.Parent: TypeDeclarationSyntax declaration } attribute
            || declaration.SyntaxTree != context.Root.SyntaxTree)
        {
            return Task.FromResult(ImmutableArray<Remedy>.Empty);
        }

        var index = declaration.AttributeLists.SelectMany(static list => list.Attributes).ToList().IndexOf(attribute);
        return Task.FromResult<ImmutableArray<Remedy>>([new Remedy(
            FixTexts.RemoveEventMark,
            Key,
            editor => editor.ReplaceNode(declaration, (node, _) => AttributeLists.Remove(
                (TypeDeclarationSyntax)node, ((TypeDeclarationSyntax)node).AttributeLists.SelectMany(static list => list.Attributes).ElementAt(index))))]);
    }
}
