using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1010: marks the subclass of an event as one and makes it partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkAsEventFix))]
[Shared]
public sealed class MarkAsEventFix : NodeFix<TypeDeclarationSyntax>
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnmarkedSubclass];

    private protected override string Title => FixTexts.MarkAsEvent;

    private protected override string Key => "DomainEvents.MarkAsEvent";

    private protected override bool CanFix(TypeDeclarationSyntax node) => EventMark.CanHavePart(node);

    private protected override SyntaxNode Fix(TypeDeclarationSyntax node, string lineEnd) => EventMark.Add(node, lineEnd);
}
