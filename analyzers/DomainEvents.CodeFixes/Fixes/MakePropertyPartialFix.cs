using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1206, DEVT1513: leaves the accessors to the generated part, which checks what they are given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePropertyPartialFix))]
[Shared]
public sealed class MakePropertyPartialFix : NodeFix<PropertyDeclarationSyntax>
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnguardedInit, DiagnosticIds.UnpooledEvent];

    private protected override string Title => FixTexts.MakePropertyPartial;

    private protected override string Key => "DomainEvents.MakePropertyPartial";

    private protected override bool CanFix(PropertyDeclarationSyntax node) => CanBePartial(node);

    private protected override SyntaxNode Fix(PropertyDeclarationSyntax node, string lineEnd) => PartialKeyword.AddTo(node);

    /// <summary>An initialiser and attributes for the field belong to an auto-property: the declaration of a partial one has no field.</summary>
    internal static bool CanBePartial(PropertyDeclarationSyntax property) =>
        LanguageFloor.HasPartialProperties(property.SyntaxTree)
        && property is { Initializer: null, AccessorList.Accessors: var accessors }
        && accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null })
        && !property.AttributeLists.Any(static list => list.Target?.Identifier.IsKind(SyntaxKind.FieldKeyword) == true);
}
